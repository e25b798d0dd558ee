package io.firebreak.api.safeguard;

import java.time.Duration;

/** A safeguard that bounds how much of what it counts may leave its venue within a window of time, and says how much. */
public interface LimitsOutflow {
    Duration window();

    /** By so much less than the window may it look back, where it counts in ticks. */
    default Duration tick() {
        return Duration.ZERO;
    }

    /**
     * The most base units that a venue may have less than when the window began.
     *
     * @param held what it had then
     */
    long most(long held);
}
