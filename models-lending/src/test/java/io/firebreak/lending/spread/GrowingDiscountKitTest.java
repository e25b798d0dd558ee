package io.firebreak.lending.spread;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

class GrowingDiscountKitTest extends LiquidationModelKit {
    @Override
    protected GrowingDiscount mechanism() {
        return new GrowingDiscount(
                Ratio.of("0.02"),
                Ratio.of("0.2"),
                new CloseRule.ToTargetHealth(Ratio.of("1.25"), Decimal.ZERO),
                Ratio.of("0.02"));
    }
}
