package io.firebreak.api.agent;

import io.firebreak.api.action.Receipt;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Block;
import io.firebreak.api.view.Draws;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** What an agent can see: the state as it is, never a stale copy; latency delays what it does. */
public interface AgentView {
    Block block();

    /** The agent's wallet. */
    AccountId self();

    /** Its number among the agents of its group, from 0. */
    int ordinal();

    long balance(AccountId account, Asset asset);

    /** What became of its submissions since its last decision, in the order of execution. */
    Seq<Receipt> receipts();

    /** Standing offers at a venue, in the order of their targets. */
    Seq<StandingOffer> offers(VenueRef venue);

    /** Standing invitations at a venue, in the order of their targets. */
    Seq<Invitation> invitations(VenueRef venue);

    /**
     * What a kick of an account would put on offer, if it were the next one: nothing, maybe. None where its liquidation model
     * would refuse.
     */
    Option<Seq<StandingOffer>> opens(VenueRef venue, AccountId account);

    /** The books of a venue. */
    MarginView venue(VenueRef venue);

    /** The sender's margin account at a venue, once it has one. */
    Option<AccountId> marginAccount(VenueRef venue);

    /**
     * What a whole unit is worth outside, in the outside markets' unit of account, and of a claim without a market what it
     * redeems for is worth; NaN where that cannot be said.
     */
    double worth(Asset asset);

    /** The first outside market of an asset; none where it has none. */
    Option<MarketRef> market(Asset asset);

    /** Shares and receipts that a venue issues, in the order of its plan. */
    Seq<Asset> claims(VenueRef venue);

    /** The venue that redeems a claim; none where nobody does. */
    Option<VenueRef> redeemer(Asset claim);

    /** What units of a claim would redeem for with the venue that issued it; empty where it cannot be redeemed. */
    Seq<Parcel> redemption(Asset claim, long units);

    /**
     * Base units of {@code get} that a redemption of {@code units} would return at a venue now, its fee taken off; none where it
     * does not say.
     */
    Option<Long> redeemed(VenueRef venue, Asset claim, long units, Asset get);

    /** Base units of {@code get} for {@code units} of {@code give} on an outside market now, its impact included. */
    long quote(MarketRef market, Asset give, long units, Asset get);

    /** Base units of {@code get} for {@code units} of {@code give} at a venue now; none where it does not quote. */
    Option<Long> quote(VenueRef venue, Asset give, long units, Asset get);

    /**
     * The gas price, in gwei, below which the given share of the block's background transactions paid.
     *
     * @param share 0.3 is the 30 % quantile
     */
    double gasPrice(double share);

    /** The asset in which gas is paid; none where gas is free. */
    Option<Asset> gasAsset();

    Draws draws();
}
