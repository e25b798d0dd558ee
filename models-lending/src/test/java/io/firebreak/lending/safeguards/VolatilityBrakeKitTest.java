package io.firebreak.lending.safeguards;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.SafeguardKit;
import java.time.Duration;

class VolatilityBrakeKitTest extends SafeguardKit {
    @Override
    protected VolatilityBrake mechanism() {
        return new VolatilityBrake(
                Ratio.of("0.1"),
                Duration.ofSeconds(60),
                Ratio.of("0.01"),
                Duration.ofSeconds(24),
                Duration.ofSeconds(12),
                Duration.ofSeconds(36));
    }
}
