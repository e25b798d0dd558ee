package io.firebreak.api.loss;

import io.firebreak.api.ledger.Parcel;

/** A loss layer that lets little wait until more is missing, and says how much is enough. */
public interface LetsWait {
    /** As soon as so much is missing, it goes to work. */
    Parcel enough();
}
