package io.firebreak.core.engine;

/** How much the engine checks itself. The end of every run is always checked by {@link #FULL}. */
public enum Assurance {
    /** Nothing until the end. */
    NONE,
    /** Postings of each block sum to zero per asset; a few per cent of the time. */
    BLOCK,
    /** The same after every action. */
    ACTION,
    /** Every balance, share and index entry recomputed from scratch each block; slow. */
    FULL
}
