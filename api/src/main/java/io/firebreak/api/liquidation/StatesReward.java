package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;

/**
 * A liquidation model that pays whoever starts the sale of a lot, or starts it anew, and says what; nothing for starting anew
 * what is worth less, or is to raise less, than the {@link StatesRemainder#leastRemainder least} that it leaves.
 */
public interface StatesReward {
    /** A part of what is wanted for the lot, in the same asset and rounded down: 0.001 for 0.1 %. */
    default Ratio share() {
        return Ratio.ZERO;
    }

    /** And a sum that does not depend on it. */
    Option<Parcel> flat();
}
