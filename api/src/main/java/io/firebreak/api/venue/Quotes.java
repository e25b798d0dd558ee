package io.firebreak.api.venue;

import io.firebreak.api.ledger.Asset;

/** A venue that says what it would pay: an automated market maker, a bridge. */
public interface Quotes<S> {
    /** Base units of {@code get} for {@code units} of {@code give}, fees included; 0 where it does not trade the pair. */
    long quote(S state, Asset give, long units, Asset get, VenueView view);
}
