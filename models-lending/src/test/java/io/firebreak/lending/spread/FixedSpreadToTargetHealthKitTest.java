package io.firebreak.lending.spread;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

class FixedSpreadToTargetHealthKitTest extends LiquidationModelKit {
    @Override
    protected FixedSpread mechanism() {
        return new FixedSpread(
                new CloseRule.ToTargetHealth(Ratio.of("1.05"), Decimal.of(1000)),
                new Bonus.ByHealth(Ratio.of("0.1"), Ratio.of("0.5"), Ratio.of("0.9")),
                Ratio.of("0.1"));
    }
}
