package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What a mechanism wants done. Only the engine carries it out, and only where it is lawful. */
public sealed interface Order {
    /**
     * Lets takers swap with an unsafe account or a lot. Replaces what stood on the target; void while the account is
     * healthy.
     *
     * @param pair none: the taker chooses
     */
    record Offer(AccountId target, Option<Pair> pair, Limit limit, Ask ask) implements Order {}

    /** Asks anyone to kick, settle or restart. Replaces the invitation that stood on the target. */
    record Invite(Invitation invitation) implements Order {}

    /** Takes offer and invitation on the target back. */
    record Withdraw(AccountId target) implements Order {}

    /**
     * Moves part of an unsafe account's holdings and debts into a lot.
     *
     * @param lot from {@code view.freshLot}
     * @param parcels signed: collateral positive, debt negative
     */
    record Seize(AccountId account, AccountId lot, Seq<Parcel> parcels) implements Order {}

    /**
     * Swaps between an unsafe account or a lot and a taker.
     *
     * @param payer who hands {@code want} over: the caller, or the mechanism's own account for a bid locked earlier
     * @param penalty the part of {@code want} that goes to the venue's treasury instead of the target, less what earlier
     *     fills of the same ruling left of the target's debt by rounding
     */
    record Fill(AccountId target, AccountId taker, AccountId payer, Parcel give, Parcel want, long penalty)
            implements Order {}

    /** Moves the caller's funds into the mechanism's own account: a bid locked. */
    record Lock(AccountId caller, Parcel parcel) implements Order {}

    /** Pays from the mechanism's own account. */
    record Pay(AccountId to, Parcel parcel) implements Order {}

    /** Pays the caller from the venue's treasury; what is not there becomes a shortfall of the venue. */
    record Reward(AccountId caller, Parcel parcel) implements Order {}

    /** Gives part of a lot back to the account it was seized from. */
    record Return(AccountId lot, Parcel parcel) implements Order {}

    /** Ends a lot: what is left returns to its owner; debt with nothing left to give is a shortfall. */
    record Close(AccountId lot) implements Order {}

    /**
     * Gives a lot up: what it owes becomes the venue's shortfall, what it holds the venue's estate, for the loss layers to
     * sell or to share out.
     */
    record Forfeit(AccountId lot) implements Order {}

    /**
     * Shares an estate and a shortfall out to the venue's margin accounts but the one that was seized, in proportion to what
     * they hold of an asset; what does not divide of the estate goes to the treasury. Of a loss layer only.
     *
     * @param missing what they owe from now on; no more than the shortfall
     * @param by whoever holds nothing of it gets nothing
     */
    record ShareOut(AccountId estate, Parcel missing, Asset by) implements Order {}

    /** Puts the target on the docket as due at the first block at or after that time. One timer per target. */
    record WakeAt(AccountId target, long timeMillis) implements Order {}
}
