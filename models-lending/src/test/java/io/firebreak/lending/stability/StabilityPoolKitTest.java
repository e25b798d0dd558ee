package io.firebreak.lending.stability;

import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;

class StabilityPoolKitTest extends VenueKit {
    @Override
    protected StabilityPool mechanism() {
        return new StabilityPool(Setting.VENUE, Setting.USD, Setting.ETH);
    }
}
