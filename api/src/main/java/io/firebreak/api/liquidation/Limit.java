package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;

/** How much an offer lets a taker take, evaluated when the bid arrives. */
public sealed interface Limit {
    /** A rule of a mechanism's own: what it depends on is looked at anew for each bid. Records only. */
    non-sealed interface Asked extends Limit {
        /**
         * At most that many base units of what the exposure counts, or of what the target wants where a penalty comes on
         * top; a unit at least is offered.
         */
        long most(AccountId target, Exposure exposure, MarginView view);
    }

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
