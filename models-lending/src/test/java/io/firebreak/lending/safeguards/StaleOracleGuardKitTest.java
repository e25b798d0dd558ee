package io.firebreak.lending.safeguards;

import io.firebreak.testkit.kit.SafeguardKit;
import java.time.Duration;

class StaleOracleGuardKitTest extends SafeguardKit {
    @Override
    protected StaleOracleGuard mechanism() {
        return new StaleOracleGuard(Duration.ofSeconds(24));
    }
}
