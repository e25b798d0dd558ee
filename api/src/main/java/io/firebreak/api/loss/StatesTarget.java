package io.firebreak.api.loss;

import io.firebreak.api.ledger.Parcel;
import io.vavr.control.Option;

/** A loss layer that sells what was forfeited for the venue's treasury, and says how much is enough there. */
public interface StatesTarget {
    /** Nothing is for sale while the treasury, less what is missing, holds so much; without it all is for sale. */
    Option<Parcel> target();
}
