package io.firebreak.lending.safeguards;

import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.kit.SafeguardKit;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.world.Companions;
import io.vavr.collection.Seq;
import java.time.Duration;

class StaleOracleGuardKitTest extends SafeguardKit {
    @Override
    protected StaleOracleGuard mechanism() {
        return new StaleOracleGuard(Duration.ofSeconds(24));
    }

    /** Sales are restarted where there are auctions. */
    @Override
    protected Seq<Subject> subjects() {
        return super.subjects()
                .append(new Subject(
                        "StaleOracleGuard × auctions",
                        Socket.SAFEGUARD,
                        mechanism(),
                        Companions.auction().with(mechanism())));
    }
}
