package io.firebreak.amm;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;

class ConstantProductKitTest extends VenueKit {
    @Override
    protected ConstantProduct mechanism() {
        return new ConstantProduct(Setting.ETH, Setting.USD, Ratio.of("0.003"), 1000, false);
    }
}
