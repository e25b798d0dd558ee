package io.firebreak.api.venue;

import io.firebreak.api.ledger.Asset;

/** A venue that says what a redemption with it would pay once its fee is off: an issuer of a stablecoin. */
public interface QuotesRedemption<S> {
    /** Base units of {@code get} that {@code units} of {@code claim} would return now; 0 where they would return none. */
    long redeemed(S state, Asset claim, long units, Asset get, VenueView view);
}
