package io.firebreak.api.oracle;

import java.time.Duration;

/** An oracle whose price is never older than a stated time while the market that it samples trades. */
public interface StatesHeartbeat extends SamplesMarket {
    Duration heartbeat();
}
