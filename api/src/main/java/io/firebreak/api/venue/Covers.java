package io.firebreak.api.venue;

import io.firebreak.api.plugin.VenueRef;

/** A venue that stands in for the losses of another one with an account of its own: a cover pool. */
public interface Covers {
    /** Whose losses. */
    VenueRef insured();

    /** The name of the account that pays. */
    String purse();
}
