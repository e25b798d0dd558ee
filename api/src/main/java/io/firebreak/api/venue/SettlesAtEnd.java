package io.firebreak.api.venue;

import io.firebreak.api.action.Rejection;
import io.vavr.control.Option;

/** A venue with a condition that must hold when an action ends: a flash lender's loans are returned. */
public interface SettlesAtEnd<S> {
    /** Why the action as a whole may not stand; none where it may. */
    Option<Rejection> atEnd(S state, VenueView view);
}
