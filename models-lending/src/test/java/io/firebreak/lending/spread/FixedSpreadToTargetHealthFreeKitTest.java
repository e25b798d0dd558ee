package io.firebreak.lending.spread;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

/** Without a fee what a bid pays is what it clears: it can leave just what a part may leave. */
class FixedSpreadToTargetHealthFreeKitTest extends LiquidationModelKit {
    @Override
    protected FixedSpread mechanism() {
        return new FixedSpread(
                new CloseRule.ToTargetHealth(Ratio.of("1.05"), Decimal.of(300)),
                new Bonus.Constant(Ratio.of("0.05")),
                Ratio.ZERO);
    }
}
