package io.firebreak.lending.spread;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

class GrowingDiscountWholeKitTest extends LiquidationModelKit {
    @Override
    protected GrowingDiscount mechanism() {
        return new GrowingDiscount(Ratio.ZERO, Ratio.of("0.1"), new CloseRule.Constant(Ratio.ONE), Ratio.ZERO);
    }
}
