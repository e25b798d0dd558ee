package io.firebreak.core.economy;

/** Which impact of sales a market adds to its path. */
public enum ImpactMode {
    /** None: sales don't move the price. */
    NONE,
    /** All that the run sells. */
    GROSS,
    /** What the run sells minus what was sold on the day, which the replayed path already contains. */
    NET_OF_RECORD
}
