package io.firebreak.lending.spread;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;

class FixedSpreadWholeKitTest extends LiquidationModelKit {
    @Override
    protected FixedSpread mechanism() {
        return new FixedSpread(Ratio.of("1"), Ratio.of("0.1"));
    }
}
