package io.firebreak.api.venue;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;

/** A venue that holds something back of what its margin accounts pay, and returns it when they owe nothing any more. */
public interface HoldsBack {
    /** What would be returned now. */
    Parcel heldBack(AccountId account, VenueView view);
}
