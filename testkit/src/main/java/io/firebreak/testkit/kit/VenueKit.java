package io.firebreak.testkit.kit;

import io.firebreak.api.venue.Venue;

/** Tries a venue; where it has margin accounts, they are liquidated by an honest model. Extend it, and say which. */
public abstract class VenueKit extends Kit {
    @Override
    protected abstract Venue<?> mechanism();
}
