package io.firebreak.lending.safeguards;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.SafeguardKit;
import java.time.Duration;

class VolatilityBrakeKitTest extends SafeguardKit {
    @Override
    protected VolatilityBrake mechanism() {
        return new VolatilityBrake(
                Ratio.of("0.1"),
                Duration.ofMinutes(5),
                Ratio.of("0.01"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofMinutes(5));
    }
}
