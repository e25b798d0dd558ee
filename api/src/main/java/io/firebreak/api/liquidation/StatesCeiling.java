package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.Parcel;
import io.vavr.control.Option;

/** A liquidation model that sells no more at a time than it says. */
public interface StatesCeiling {
    /** Most that is wanted for all lots on sale together, debts and penalties; any where there is none. */
    Option<Parcel> ceiling();

    /** No lot is begun while less than this is left under the ceiling; a unit where there is none. */
    default Option<Parcel> leastRoom() {
        return Option.none();
    }
}
