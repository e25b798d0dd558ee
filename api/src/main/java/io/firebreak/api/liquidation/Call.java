package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.AccountId;

/** What a taker asks of a mechanism inside its action. */
public sealed interface Call {
    AccountId caller();

    AccountId target();

    /** To start liquidating an unsafe account that an invitation stands on. */
    record Kick(AccountId caller, AccountId target) implements Call {}

    /**
     * To swap with the standing offer, at no worse than {@code pay ÷ receive}.
     *
     * @param offer as it stands, limits evaluated now
     * @param pay most base units of the wanted asset the caller hands over
     * @param receive base units of the given asset the caller wants
     */
    record Bid(AccountId caller, AccountId target, StandingOffer offer, long pay, long receive) implements Call {}

    /** To close an auction that has run its time. */
    record Settle(AccountId caller, AccountId target) implements Call {}

    /** To start an auction anew. */
    record Restart(AccountId caller, AccountId target) implements Call {}
}
