package io.firebreak.api.liquidation;

import io.firebreak.api.number.Ratio;

/** How much an offer lets a taker take, evaluated when the bid arrives. */
public sealed interface Limit {
    /** All that the target holds. */
    record Whole() implements Limit {}

    /** A close factor: that share of the exposure, rounded down, but a unit at least: half of one would stand for ever. */
    record OfExposure(Ratio closeFactor) implements Limit {}

    /** At most that many base units of what the target gives. */
    record Give(long units) implements Limit {}

    /** At most that many base units of what the target wants. */
    record Want(long units) implements Limit {}

    static Limit whole() {
        return new Whole();
    }

    static Limit ofExposure(Ratio closeFactor) {
        return new OfExposure(closeFactor);
    }
}
