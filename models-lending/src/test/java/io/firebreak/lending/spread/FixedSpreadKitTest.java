package io.firebreak.lending.spread;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

class FixedSpreadKitTest extends LiquidationModelKit {
    @Override
    protected FixedSpread mechanism() {
        return new FixedSpread(Ratio.of("0.5"), Ratio.of("0.05"));
    }
}
