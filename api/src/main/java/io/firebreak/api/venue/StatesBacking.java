package io.firebreak.api.venue;

import io.vavr.collection.Seq;

/** A venue that issues claims one for one on what it holds in reserve, and says what stands behind each: a bridge, a custodian. */
public interface StatesBacking<S> {
    Seq<Backing> backings(S state, VenueView view);
}
