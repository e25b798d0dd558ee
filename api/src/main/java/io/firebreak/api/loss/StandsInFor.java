package io.firebreak.api.loss;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;

/**
 * A loss layer that does not pay with all that its purse has, and says how much of it stands in. At a share of 30 %, a purse
 * that held 1000 pays 300 in sum, and no more until more comes in. A layer that says nothing pays as long as there is
 * anything.
 */
public interface StandsInFor {
    /** The share that it pays in sum, rounded down, of what the purse holds and what it has paid from it. */
    default Ratio share() {
        return Ratio.of("1");
    }

    /** Most that it pays in sum of that asset; any where there is none. */
    default Option<Parcel> limit() {
        return Option.none();
    }

    /** What stays in the purse in any case. */
    default Option<Parcel> floor() {
        return Option.none();
    }
}
