package io.firebreak.lending.waiting;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.spread.FixedSpread;
import io.firebreak.testkit.kit.LiquidationModelKit;

class ProbabilisticKitTest extends LiquidationModelKit {
    @Override
    protected Probabilistic mechanism() {
        return new Probabilistic(Decimal.of(10), Decimal.of(1000), new FixedSpread(Ratio.of("0.5"), Ratio.of("0.05")));
    }
}
