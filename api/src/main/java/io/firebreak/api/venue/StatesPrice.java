package io.firebreak.api.venue;

import io.firebreak.api.ledger.Asset;
import io.vavr.control.Option;

/** A venue that says at which price it stands: what a vanishing amount would trade at, fees left out. A pool by its reserves, say. */
public interface StatesPrice<S> {
    /** Whole units of {@code in} for a whole unit of {@code of}; none where it has no price, or does not trade the pair. */
    Option<Double> price(S state, Asset of, Asset in, VenueView view);
}
