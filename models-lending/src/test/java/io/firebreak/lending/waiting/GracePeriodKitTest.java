package io.firebreak.lending.waiting;

import io.firebreak.api.number.Ratio;
import io.firebreak.lending.spread.FixedSpread;
import io.firebreak.testkit.kit.LiquidationModelKit;
import java.time.Duration;

class GracePeriodKitTest extends LiquidationModelKit {
    @Override
    protected GracePeriod mechanism() {
        return new GracePeriod(Duration.ofMinutes(20), new FixedSpread(Ratio.of("0.5"), Ratio.of("0.05")));
    }
}
