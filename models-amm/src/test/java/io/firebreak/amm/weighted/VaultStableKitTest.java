package io.firebreak.amm.weighted;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

class VaultStableKitTest extends VenueKit {
    @Override
    protected VaultStable mechanism() {
        return new VaultStable(
                Vector.of(Setting.ETH, Setting.USD),
                1000,
                Ratio.of("0.001"),
                Option.some(new Surge(Ratio.of("0.3"), Ratio.of("0.95"))),
                Ratio.of("0.5"),
                1_000_000);
    }
}
