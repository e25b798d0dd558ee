package io.firebreak.core.engine;

/**
 * How to run an economy.
 *
 * @param seed with the economy and the plugins it decides every bit of the result
 * @param keepEvents whether the result carries all events, for {@code explain}
 * @param sampleMillis the distance of the points of the timeline; 0: no timeline
 */
public record RunOptions(long seed, Assurance assurance, boolean keepEvents, long sampleMillis) {
    public static RunOptions of(long seed) {
        return new RunOptions(seed, Assurance.BLOCK, false, 0);
    }
}
