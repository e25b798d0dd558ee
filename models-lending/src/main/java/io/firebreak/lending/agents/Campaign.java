package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Receipt;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/** One decision of an opportunist while it is made. */
final class Campaign {
    private final Opportunist opportunist;
    private final VenueRef venue;
    private final AgentView view;
    private final long now;
    private final Outbox outbox;
    private final Option<Long> fee;
    private Option<AccountId> vault;
    private TreeMap<AccountId, Lead> leads;
    private TreeMap<AccountId, Lead> found;
    private final TreeMap<AccountId, Long> unbidBefore;
    private TreeMap<AccountId, Long> unbid = TreeMap.empty();
    private TreeMap<AccountId, Long> bids;
    private long paidMillis;
    private Stock stock;
    private Allowance lane;

    Campaign(Opportunist opportunist, Watch before, AgentView view) {
        this.opportunist = opportunist;
        this.view = view;
        venue = opportunist.venue();
        now = view.block().timeMillis();
        outbox = new Outbox(view, Option.some(opportunist.gasPrice()));
        fee = outbox.fee(opportunist.bidPercentile())
                .map(enough -> (long) opportunist.gasPrice().toDouble());
        vault = before.vault();
        leads = before.leads();
        found = before.found();
        unbidBefore = before.unbid();
        bids = before.bids();
        paidMillis = before.paidMillis() < 0 ? now : before.paidMillis();
        stock = before.stock();
        lane = before.lane().grow(opportunist.actionsPerMinute().toDouble(), now);
        for (StandingOffer offer : view.offers(venue)) {
            if (offer.ask() instanceof Ask.BestBid best && best.leader().isEmpty()) {
                unbid = unbid.put(
                        offer.target(), before.unbid().get(offer.target()).getOrElse(now));
            }
        }
    }

    Watch watch() {
        return new Watch(vault, leads, found, unbid, bids, paidMillis, stock, lane);
    }

    Seq<Submission> submissions() {
        return outbox.submissions();
    }

    /** Notes what it received, where it leads, and whether anybody pays. */
    void look() {
        for (Receipt receipt : view.receipts()) {
            settled(receipt);
        }
        boolean changed = false;
        int paying = 0;
        Along<Lead> won = new Along<>(leads);
        Along<Lead> chance = new Along<>(found);
        Along<Long> paid = new Along<>(bids);
        for (StandingOffer offer : view.offers(venue)) {
            if (!(offer.ask() instanceof Ask.BestBid best) || best.leader().isEmpty()) {
                continue;
            }
            AccountId lot = offer.target();
            boolean mine = best.leader().get().equals(view.self());
            if (mine && !unbidBefore.isEmpty() && unbidBefore.containsKey(lot)) {
                found = found.put(lot, new Lead(now, new Parcel(offer.pair().give(), offer.mostGive())));
            } else if (mine && won.at(lot) == null && chance.at(lot) == null) {
                leads = leads.put(lot, new Lead(now, new Parcel(offer.pair().give(), offer.mostGive())));
            } else if (!mine) {
                if (won.at(lot) != null || chance.at(lot) != null) {
                    forget(lot);
                }
                paying++;
                Long before = paid.at(lot);
                changed |= before == null || before != next(best);
            }
        }
        if (changed || paying != bids.size()) {
            paidMillis = changed ? now : paidMillis;
            bids = standing();
        }
    }

    private void settled(Receipt receipt) {
        AccountId lot = new AccountId((int) receipt.submission().label());
        boolean gone = receipt.result().isRight() || receipt.result().getLeft().reason() == Reason.NOT_THERE;
        if (receipt.submission().action() instanceof Action.Settle && gone) {
            for (Lead won : leads.get(lot).orElse(found.get(lot))) {
                for (Duration wait : opportunist.timeToReturn()) {
                    stock = stock.add(won.gain(), now + wait.toMillis());
                }
            }
            forget(lot);
        }
    }

    private void forget(AccountId lot) {
        leads = leads.remove(lot);
        found = found.remove(lot);
    }

    private Asset collateral() {
        return opportunist.smallest().asset();
    }

    private TreeMap<AccountId, Long> standing() {
        TreeMap<AccountId, Long> standing = TreeMap.empty();
        for (StandingOffer offer : view.offers(venue)) {
            if (offer.ask() instanceof Ask.BestBid best
                    && best.leader().exists(leader -> !leader.equals(view.self()))) {
                standing = standing.put(offer.target(), next(best));
            }
        }
        return standing;
    }

    /** Tells one standing bid from another: bids rise, then lots shrink. */
    private static long next(Ask.BestBid best) {
        return best.want() - best.give();
    }

    void sell() {
        Vector<Stock.Batch> due = stock.due(now);
        stock = stock.without(due);
        if (!due.isEmpty()) {
            long units = Math.min(Stock.sum(due, collateral()), view.balance(view.self(), collateral()));
            Asset money = view.venue(venue).numeraire();
            outbox.send(
                    new Action.MarketOrder(opportunist.market(), collateral(), Quantity.of(units), money),
                    0,
                    view.self());
        }
    }

    /** Bids nothing where nobody has bid for a while. */
    void fillIn() {
        if (fee.isEmpty()) {
            return;
        }
        for (Tuple2<AccountId, Long> each : unbid) {
            if (now - each._2 >= opportunist.patience().toMillis()) {
                for (StandingOffer offer : view.venue(venue).offer(each._1)) {
                    outbox.send(nothingFor(each._1, offer), fee.get(), each._1);
                }
            }
        }
    }

    private Action nothingFor(AccountId lot, StandingOffer offer) {
        return new Action.Bid(venue, lot, offer.pair(), Quantity.of(0), ((Ask.BestBid) offer.ask()).give());
    }

    /** Goes on with the account it is at work on, or settles, or begins with another. */
    void work() {
        if (fee.isEmpty() || !lane.any()) {
            return;
        }
        if (vault.isDefined() && !kick(vault.get())) {
            vault = Option.none();
        }
        if (vault.isEmpty()) {
            settle(found);
            settle(leads);
        }
        if (vault.isEmpty()
                && leads.isEmpty()
                && now - paidMillis >= opportunist.quiet().toMillis()) {
            vault = largest().filter(this::kick);
            // Where there is nothing for it, it looks again after another quiet while.
            paidMillis = vault.isEmpty() ? now : paidMillis;
        }
    }

    /** Kicks one lot after another, as many as it may; whether there was any. */
    private boolean kick(AccountId account) {
        Option<StandingOffer> opens =
                view.opens(venue, account).flatMap(Seq::headOption).filter(offer -> offer.ask() instanceof Ask.BestBid);
        for (StandingOffer offer : opens) {
            Action step = new Action.Bundle(
                    List.of(new Action.Kick(venue, account), nothingFor(AccountId.openedBy(0), offer)));
            long lots = Math.max(1, view.balance(account, offer.pair().give()) / Math.max(1, offer.mostGive()));
            for (long lot = 0; lot < lots && lane.any() && outbox.send(step, fee.get(), account); lot++) {
                lane = lane.spend();
            }
        }
        return opens.isDefined();
    }

    private void settle(TreeMap<AccountId, Lead> wins) {
        for (Tuple2<AccountId, Lead> each : wins) {
            boolean late = each._2.sinceMillis() + opportunist.settleAfter().toMillis() <= now;
            if (!lane.any() || !late) {
                return;
            }
            if (view.venue(venue).offer(each._1).isEmpty()
                    && outbox.send(new Action.Settle(venue, each._1), fee.get(), each._1)) {
                lane = lane.spend();
            }
        }
    }

    private Option<AccountId> largest() {
        Option<AccountId> largest = Option.none();
        long most = opportunist.smallest().units() - 1;
        for (Invitation invitation : view.invitations(venue)) {
            long held = view.balance(invitation.target(), collateral());
            if (invitation.step() == Invitation.Step.KICK && held > most) {
                most = held;
                largest = Option.some(invitation.target());
            }
        }
        return largest;
    }
}
