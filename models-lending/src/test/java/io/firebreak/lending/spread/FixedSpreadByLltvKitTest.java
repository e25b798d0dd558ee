package io.firebreak.lending.spread;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

class FixedSpreadByLltvKitTest extends LiquidationModelKit {
    @Override
    protected FixedSpread mechanism() {
        return new FixedSpread(
                new CloseRule.Constant(Ratio.of("0.6")),
                new Bonus.ByLltv(Ratio.of("0.8"), Ratio.of("0.3"), Ratio.of("0.15")),
                Ratio.of("0.1"));
    }
}
