package io.firebreak.core.economy;

import io.vavr.control.Option;

/**
 * The run's time and block space.
 *
 * @param startMillis time of block 0, UTC
 * @param endMillis the run ends before the first block at or after this time
 * @param blockMillis length of a block
 * @param gas none: gas is free and block space unlimited
 * @param scoredUntilMillis what begins at or after this time is shown, and not counted in the figures
 */
public record Clock(long startMillis, long endMillis, long blockMillis, Option<Gas> gas, long scoredUntilMillis) {
    /** A clock of a run that counts to its end. */
    public Clock(long startMillis, long endMillis, long blockMillis, Option<Gas> gas) {
        this(startMillis, endMillis, blockMillis, gas, Long.MAX_VALUE);
    }

    public long blocks() {
        return (endMillis - startMillis + blockMillis - 1) / blockMillis;
    }
}
