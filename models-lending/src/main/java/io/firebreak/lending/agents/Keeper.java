package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.agents.Memory.Batch;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;

/**
 * Liquidates for profit: kicks unsafe accounts, bids on what is offered, settles what it won and sells what it received.
 *
 * <p>It values collateral at what one such lot would fetch where it sells, in the asset it pays with. It acts only where
 * that value, less its bid and the gas of bidding and settling, leaves {@code minProfit}; and only with what its wallet
 * holds, or a flash lender lends. So it fails when its capital is locked in bids or on its way back, and when others pay
 * more for block space than it does.
 */
@About(
        value = "Kicks, bids, settles and resells for profit, within its capital and its gas cap.",
        follows = "the keepers of Black Thursday (auctions of 12 March 2020); Maker auction-keeper",
        simplifies = "a flash loan may be closed by a sale on the outside market where no AMM is named")
public record Keeper(
        @Parameter(value = "how many such keepers there are", preset = "1", min = "0", max = "10000") int count,
        @Parameter("what each has to bid with, in the asset the venue's debts are in") Parcel capital,
        @Parameter("what each has to pay gas with, and keeps back when it sells") Option<Parcel> gasReserve,
        @Parameter("where it liquidates") VenueRef venue,
        @Parameter("where it sells what it received, at the outside price with its impact") MarketRef market,
        @Parameter("an automated market maker where it sells instead") Option<VenueRef> exit,
        @Parameter(
                        value = "blocks between its decision and its arrival at the block builder",
                        unit = "blocks",
                        preset = "1",
                        min = "0",
                        max = "10000")
                int latency,
        @Parameter("what a bid must leave, in the asset of its capital; any profit without it")
                Option<Parcel> minProfit,
        @Parameter(value = "most it pays for a unit of gas", unit = "gwei", preset = "200", min = "0") Decimal gasCap,
        @Parameter(
                        value = "share of the rest of the world's transactions that it wants to outbid",
                        unit = "ratio",
                        preset = "60%",
                        min = "0",
                        max = "1")
                Ratio gasPercentile,
        @Parameter(value = "how long after a win its money is back: it sells only then", preset = "10 min", min = "0 s")
                Duration timeToReturn,
        @Parameter(
                        value = "its first bid in an auction as a share of the lot's value; 0 bids nothing",
                        unit = "ratio",
                        preset = "80%",
                        min = "0",
                        max = "1")
                Ratio openingBid,
        @Parameter(value = "whether it bids where somebody else leads", preset = "true") boolean outbids,
        @Parameter(
                        value = "unsafe accounts it kicks, and auctions it restarts, per minute",
                        unit = "per minute",
                        preset = "1",
                        min = "0")
                Decimal kicksPerMinute,
        @Parameter("who lends it what its wallet lacks, within the action") Option<VenueRef> flashLender,
        @Parameter(value = "most bids it sends in one block", unit = "bids", preset = "10", min = "0", max = "100000")
                int maxBidsPerBlock)
        implements AgentModel<Memory> {
    @Override
    public Memory initial() {
        return Memory.NONE;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital).appendAll(gasReserve);
    }

    @Override
    public int latencyBlocks() {
        return latency;
    }

    @Override
    public Decision<Memory> decide(Memory before, AgentView view) {
        Turn turn = new Turn(this, before.learn(view.receipts()), view);
        sell(turn);
        settle(turn);
        kick(turn);
        bid(turn);
        Memory after = turn.memory();
        return new Decision<>(after, turn.submissions(), new Wake(after.nextSaleMillis(), List.of(venue)));
    }

    /** Puts what arrived aside until its time has come, and sells what is due. */
    private void sell(Turn turn) {
        AgentView view = turn.view();
        long now = view.block().timeMillis();
        for (Asset asset : view.venue(venue).assets()) {
            if (!asset.equals(capital.asset())) {
                long kept = gasReserve
                        .filter(parcel -> parcel.asset().equals(asset))
                        .map(Parcel::units)
                        .getOrElse(0L);
                long there = view.balance(view.self(), asset) - kept;
                turn.remember(turn.memory().receive(asset, there, now + timeToReturn.toMillis()));
                for (Batch due : turn.memory().due(asset, now)) {
                    long units = Math.min(due.units(), there);
                    turn.remember(turn.memory().replace(due, units > 0 ? Option.some(due.sent()) : Option.none()));
                    if (units > 0) {
                        turn.send(sale(asset, Quantity.of(units)), 0);
                    }
                }
            }
        }
    }

    private Action sale(Asset asset, Quantity quantity) {
        Asset get = capital.asset();
        return exit.<Action>map(amm -> new Action.Swap(amm, asset, quantity, get, 0))
                .getOrElse(() -> new Action.MarketOrder(market, asset, quantity, get));
    }

    private void settle(Turn turn) {
        if (turn.memory().leading().isEmpty()) {
            return;
        }
        for (Invitation invitation : turn.view().invitations(venue)) {
            AccountId lot = invitation.target();
            if (invitation.step() == Invitation.Step.SETTLE && turn.memory().leads(lot)) {
                Action settle = new Action.Settle(venue, lot);
                if (!turn.memory().isPending(lot) && turn.affords(settle.gas())) {
                    turn.await(lot, 0, true);
                    turn.send(settle, lot.index());
                }
            }
        }
    }

    /** Starts at a random one of the invited, so that keepers do not all kick the same account. */
    private void kick(Turn turn) {
        long now = turn.view().block().timeMillis();
        turn.remember(turn.memory().allow(kicksPerMinute.toDouble(), now));
        int kicks = turn.memory().kicksAllowed();
        if (kicks == 0) {
            return;
        }
        ArrayList<Invitation> invited = new ArrayList<>();
        turn.view()
                .invitations(venue)
                .filter(each -> each.step() != Invitation.Step.SETTLE)
                .forEach(invited::add);
        if (invited.isEmpty()) {
            return;
        }
        int first = turn.view().draws().index(invited.size());
        for (int i = 0; i < kicks; i++) {
            Invitation invitation = invited.get((first + i) % invited.size());
            Action step = invitation.step() == Invitation.Step.KICK
                    ? new Action.Kick(venue, invitation.target())
                    : new Action.Restart(venue, invitation.target());
            if (turn.affords(step.gas())) {
                turn.remember(turn.memory().kicked());
                turn.send(step, invitation.target().index());
            }
        }
    }

    private void bid(Turn turn) {
        ArrayList<Prospect> prospects = new ArrayList<>();
        Iterator<StandingOffer> offers = turn.view().offers(venue);
        while (offers.hasNext()) {
            StandingOffer offer = offers.next();
            turn.notice(offer);
            if (!turn.memory().isPending(offer.target())) {
                turn.appraise(offer).forEach(prospects::add);
            }
        }
        if (prospects.isEmpty()) {
            return;
        }
        int first = turn.view().draws().index(prospects.size());
        int sent = 0;
        for (int i = 0; i < prospects.size() && sent < maxBidsPerBlock; i++) {
            Prospect prospect = prospects.get((first + i) % prospects.size());
            Action action = prospect.flash() ? bundle(prospect) : prospect.bid(venue);
            long locked = prospect.flash() ? 0 : prospect.pay();
            if (locked <= turn.cash() && turn.affords(action.gas())) {
                turn.await(prospect.offer().target(), locked, prospect.leads());
                turn.send(action, prospect.offer().target().index());
                sent++;
            }
        }
    }

    private Action bundle(Prospect prospect) {
        VenueRef lender = flashLender.get();
        Asset want = prospect.offer().pair().want();
        return new Action.Bundle(List.of(
                new Action.FlashBorrow(lender, want, Quantity.of(prospect.pay())),
                prospect.bid(venue),
                sale(prospect.offer().pair().give(), new Quantity.ResultOf(1)),
                new Action.FlashReturn(lender, want)));
    }
}
