package io.firebreak.api.margin;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.view.Draws;
import io.firebreak.api.view.View;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What may be seen of a venue's margin accounts. */
public interface MarginView extends View {
    Health health(AccountId account, Requirement requirement);

    /** How much of an asset's value counts; none where the margin model does not say, or the venue has no such leg. */
    Option<Weight> weight(Asset asset, Requirement requirement);

    /** Signed holdings that are not zero, debts in the asset owed: {@code +10 ETH −1500 DAI}. */
    Seq<Parcel> holdings(AccountId account);

    /** One signed holding: of a debt, minus what is owed, rounded against the account. */
    long holding(AccountId account, Asset asset);

    /** The account's largest exposure by value; none where it owes nothing. */
    Option<Exposure> exposure(AccountId account);

    /** The most units of an asset that the account can hand over: what it holds; without limit for a contract or its quote. */
    long mostGive(AccountId account, Asset asset);

    /** The largest exposure that {@code pair} reduces; none where the account has none. */
    Option<Exposure> exposure(AccountId account, Pair pair);

    /** The standing offer on an account or lot, its ask evaluated in this block. */
    Option<StandingOffer> offer(AccountId target);

    /** The margin account of a wallet; none where it has none here. */
    Option<AccountId> account(AccountId wallet);

    /** The account that a lot was seized from; the account itself where it is no lot. */
    AccountId owner(AccountId lot);

    /** The margin accounts that owe something, ascending: found by looking at all of them. */
    Seq<AccountId> debtors();

    /** Whether no other margin account holds any of an asset: found by looking at all of them. */
    boolean onlyHolder(AccountId account, Asset asset);

    /** The lots that were seized and are not closed, ascending. */
    Seq<AccountId> lots();

    /** The ledger account of the next lot but {@code ordinal}, for use in {@code Seize}. */
    AccountId freshLot(int ordinal);

    /** Where the venue's own profit lies: penalties and fees go there. */
    AccountId treasury();

    /** The asset in which the venue counts. */
    Asset numeraire();

    /** The assets that its margin accounts may hold or owe, in the order of the legs; none where it has no such accounts. */
    Seq<Asset> assets();

    /** What the venue has of an asset over all its accounts, margin accounts and lots, less what is owed and missing. */
    long held(Asset asset);

    /** What is missing of an asset here: shortfalls that are not borne yet, and what nobody bore. */
    long missing(Asset asset);

    /**
     * The account of the venue whose shareholders lent an asset, and lose what is missing of it where the loss is theirs;
     * none where nobody in particular lent it.
     */
    Option<AccountId> lenders(Asset asset);

    /** What venues that stand ready to take what is offered here have at hand of what they would pay with. */
    long ready(Asset want);

    /** The account of the first venue that covers this one's losses; none where none does. */
    Option<AccountId> cover();

    /** Random numbers of an account in this block: the same however often it asks, and nobody else's. */
    Draws draws(AccountId account);

    /** The world's account: a taker and payer without limit, for bounds. */
    AccountId outside();
}
