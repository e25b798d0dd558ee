package io.firebreak.lending.spread;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

class FixedSpreadByHealthAndSizeKitTest extends LiquidationModelKit {
    @Override
    protected FixedSpread mechanism() {
        return new FixedSpread(
                new CloseRule.ByHealthAndSize(Ratio.of("0.5"), Ratio.of("0.95"), Decimal.of(2000), Decimal.of(1000)),
                new Bonus.Constant(Ratio.of("0.05")),
                Ratio.of("0.1"));
    }
}
