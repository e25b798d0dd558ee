package io.firebreak.lending.safeguards;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.SafeguardKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;
import java.time.Duration;

/** The limit begins at an amount, and an admin closes the circuit again. */
class RateLimitOverriddenKitTest extends SafeguardKit {
    @Override
    protected RateLimit mechanism() {
        return new RateLimit(
                Setting.ETH,
                Ratio.of("0.9"),
                40_000_000_000L,
                Duration.ofMinutes(3),
                Duration.ofSeconds(40),
                Duration.ofMinutes(2),
                Option.some(Duration.ofMinutes(1)));
    }
}
