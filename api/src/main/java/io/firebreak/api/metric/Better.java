package io.firebreak.api.metric;

/** Which way a metric is better. */
public enum Better {
    LOWER,
    HIGHER,
    /** Neither: it describes. */
    NEITHER
}
