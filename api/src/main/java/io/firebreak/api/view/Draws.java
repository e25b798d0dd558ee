package io.firebreak.api.view;

/**
 * Random numbers addressed by (seed, run, stream, subject, block): nothing that anybody else draws shifts them, and every
 * variant of a comparison faces the same ones.
 */
public interface Draws {
    /** Uniform on [0, 1). */
    double uniform();

    /** Standard normal. */
    double normal();

    /** Poisson with the given mean. */
    int poisson(double mean);

    /** Uniform on 0..bound−1. */
    int index(int bound);
}
