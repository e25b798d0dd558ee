package io.firebreak.api.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.plugin.Mechanism;
import io.vavr.control.Either;

/**
 * What can be done somewhere: a lending market, a pool, a perpetual exchange, a bridge.
 *
 * @param <S> its state, one immutable value; what the ledger says is not kept a second time
 */
public interface Venue<S> extends Mechanism {
    Plan plan();

    S initial();

    /** Accrues interest and funding, advances clocks: once a block. */
    Step<S> advance(S state, VenueView view);

    /** Answers a user's action, or says why not. */
    Either<Rejection, Step<S>> act(S state, AccountId sender, Action.AtVenue action, VenueView view);
}
