package io.firebreak.core.random;

import io.firebreak.api.view.Draws;
import org.apache.commons.math3.special.Erf;

/** The draws at one address, in the order they are asked for. */
final class CounterDraws implements Draws {
    /** {@code exp(−500)} is far above the smallest double; greater means are split. */
    private static final double GREATEST_MEAN = 500;

    private static final double SQRT_2 = StrictMath.sqrt(2);

    private final long seed;
    private final long stream;
    private final long subject;
    private final long block;
    private final long[] words = new long[4];
    private long drawn;

    CounterDraws(long seed, long stream, long subject, long block) {
        this.seed = seed;
        this.stream = stream;
        this.subject = subject;
        this.block = block;
    }

    private long next() {
        int word = (int) (drawn & 3);
        if (word == 0) {
            Philox.words(seed, stream, drawn >>> 2, subject, block, 0, words);
        }
        drawn++;
        return words[word];
    }

    @Override
    public double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** By the inverse of the distribution: one uniform a normal, never 0 or 1. */
    @Override
    public double normal() {
        double inside = ((next() >>> 12) + 0.5) * 0x1p-52;
        return SQRT_2 * Erf.erfInv(2 * inside - 1);
    }

    /** By inversion; a sum of parts where the mean is large. */
    @Override
    public int poisson(double mean) {
        if (!(mean >= 0 && mean < 1e9)) {
            throw new IllegalArgumentException("the mean of a Poisson draw lies in [0, 1e9), and is not " + mean);
        }
        int count = 0;
        double left = mean;
        while (left > GREATEST_MEAN) {
            count += inverted(GREATEST_MEAN);
            left -= GREATEST_MEAN;
        }
        return left == 0 ? count : count + inverted(left);
    }

    private int inverted(double mean) {
        double rest = uniform();
        double probability = StrictMath.exp(-mean);
        int count = 0;
        // The sum of all probabilities may miss the last bits of 1: it ends where they vanish.
        while (rest >= probability && probability > 0) {
            rest -= probability;
            count++;
            probability *= mean / count;
        }
        return count;
    }

    /** By rejection of the incomplete last interval, so that all are equally likely. */
    @Override
    public int index(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("an index is drawn below a positive bound, not below " + bound);
        }
        long bits = next() >>> 1;
        while (bits - bits % bound + (bound - 1) < 0) {
            bits = next() >>> 1;
        }
        return (int) (bits % bound);
    }
}
