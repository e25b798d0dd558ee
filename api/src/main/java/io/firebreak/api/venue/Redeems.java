package io.firebreak.api.venue;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.vavr.collection.Seq;

/** A venue whose claims can be returned for what they stand for: a deposit receipt, a share of a pool. */
public interface Redeems<S> {
    /**
     * What {@code units} of a claim would redeem for now, in proportion: fees and what its issuer has not at hand left aside.
     * Empty where it is none of the venue's claims.
     */
    Seq<Parcel> redemption(S state, Asset claim, long units, VenueView view);
}
