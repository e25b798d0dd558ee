package io.firebreak.lending.safeguards;

import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.kit.SafeguardKit;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Option;
import java.time.Duration;

class RateLimitKitTest extends SafeguardKit {
    @Override
    protected RateLimit mechanism() {
        return new RateLimit(
                Setting.ETH,
                Ratio.of("0.7"),
                0,
                Duration.ofMinutes(3),
                Duration.ofSeconds(40),
                Duration.ofMinutes(2),
                Option.none());
    }
}
