package io.firebreak.lending.stability;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.LiquidationModelKit;
import io.vavr.control.Option;

class OffsetKitTest extends LiquidationModelKit {
    @Override
    protected Offset mechanism() {
        return new Offset(Ratio.of("1.1"), Ratio.of("0.005"), Option.none());
    }
}
