package io.firebreak.lending.safeguards;

import io.firebreak.api.number.Ratio;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.kit.SafeguardKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/** An admin closes the circuit again, or comes too late to; the limit begins at an amount. */
class RateLimitOverriddenKitTest extends SafeguardKit {
    @Override
    protected RateLimit mechanism() {
        return overridden(15_000_000_000L, Duration.ofMinutes(1));
    }

    private static RateLimit overridden(long beginsAt, Duration after) {
        return new RateLimit(
                Setting.ETH,
                Ratio.of("0.9"),
                beginsAt,
                Duration.ofMinutes(3),
                Duration.ofSeconds(40),
                Duration.ofMinutes(2),
                Option.some(after));
    }

    @Override
    protected Seq<Subject> subjects() {
        return Vector.of(
                loans("RateLimit overridden", mechanism()),
                loans("RateLimit overridden too late", overridden(0, Duration.ofMinutes(4))));
    }

    private static Subject loans(String name, RateLimit limit) {
        return new Subject(name, Socket.SAFEGUARD, limit, Companions.loan().with(limit));
    }
}
