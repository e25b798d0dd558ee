package io.firebreak.amm.weighted;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Vector;

class WeightedKitTest extends VenueKit {
    @Override
    protected Weighted mechanism() {
        return new Weighted(
                Vector.of(Setting.ETH, Setting.USD),
                Vector.of(Ratio.of("0.8"), Ratio.of("0.2")),
                Ratio.of("0.003"),
                Ratio.of("0.5"),
                1_000_000);
    }
}
