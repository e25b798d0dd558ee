package io.firebreak.core.experiment;

/**
 * One run of an experiment that is still to be done.
 *
 * @param number its place in the experiment, from 0
 */
public record Trial(int number, Variant variant, long seed) {
    /** {@code dutch auction/short of capital/net-of-record/1}. */
    public String label() {
        return variant.design() + "/" + variant.world() + "/" + Variant.word(variant.impact()) + "/" + seed;
    }
}
