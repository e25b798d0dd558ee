package io.firebreak.lending.isolated;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.VenueKit;
import io.firebreak.testkit.world.Setting;

class IsolatedLendingKitTest extends VenueKit {
    @Override
    protected IsolatedLending mechanism() {
        return new IsolatedLending(
                Setting.USD,
                Setting.ETH,
                Setting.ORACLE,
                Ratio.of("0.86"),
                new AdaptiveRate(Ratio.of("0.9"), Ratio.of("4"), Ratio.of("50"), Ratio.of("0.04")));
    }
}
