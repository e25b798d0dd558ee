package io.firebreak.lending.spread;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

class GrowingDiscountInPartsKitTest extends LiquidationModelKit {
    @Override
    protected GrowingDiscount mechanism() {
        return new GrowingDiscount(
                Ratio.of("0.05"), Ratio.of("0.15"), new CloseRule.Constant(Ratio.of("0.4")), Ratio.of("0.02"));
    }
}
