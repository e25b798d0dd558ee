package io.firebreak.amm.stable;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Vector;

class StableSwapKitTest extends VenueKit {
    @Override
    protected StableSwap mechanism() {
        return new StableSwap(Vector.of(Setting.ETH, Setting.USD), 2000, Ratio.of("0.0004"), Ratio.of("0.5"), 1000);
    }
}
