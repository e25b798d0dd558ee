package io.firebreak.api.safeguard;

import io.firebreak.api.ledger.Asset;
import java.time.Duration;

/** A safeguard that bounds what may leave its venue within a window of time, and says how much. */
public interface LimitsOutflow {
    /** What is counted. */
    Asset asset();

    Duration window();

    /**
     * The most base units that users may take out within one window, whatever comes in meanwhile.
     *
     * @param held what the venue and its margin accounts held when the window began
     */
    long most(long held);
}
