package io.firebreak.api.metric;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;

/**
 * Something that happened.
 *
 * @param venue its name; empty where none is concerned
 * @param subject the account it happened to
 * @param other the taker, payer or payee; the subject where there is none
 * @param first what was given, missing or borne
 * @param second what was received for it; zero units where nothing
 */
public record Event(
        Kind kind, long block, String venue, AccountId subject, AccountId other, Parcel first, Parcel second) {
    /** The kinds of event. */
    public enum Kind {
        /** An account fell below its maintenance requirement. */
        UNSAFE,
        /** An unsafe account is healthy again. */
        CURED,
        /** A keeper started a liquidation. */
        KICKED,
        /** Part of an account was moved to a lot: first the collateral, second the debt. */
        SEIZED,
        /** A bid was locked: second is the bid. */
        BID,
        /** A target was sold: first what it gave, second what it got. */
        FILLED,
        /** The part of a fill that was penalty: first. */
        PENALTY,
        /** A keeper's reward: first. */
        REWARD,
        /** Something was given back to the owner of a lot: first. */
        RETURNED,
        /** A lot ended. */
        CLOSED,
        /** Debt remained with nothing left to give: first. */
        SHORTFALL,
        /** A layer paid: first; {@code other} is its account. */
        BORNE,
        /** Nobody bore it: first. */
        BAD_DEBT,
        /** An action was refused. */
        REJECTED,
        /** A safeguard stopped something. */
        STOPPED,
        /** Gas paid: first. */
        GAS,
        /** A trade on an outside market: first given, second received. */
        MARKET,
        /** A trade at a venue: first given, second received. */
        SWAPPED,
        /** A scripted event of the scenario. */
        SCRIPTED
    }
}
