package io.firebreak.lending.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Receipt;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.StandingOffer;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.view.Draws;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;

/** One decision of a keeper while it is made: what it may still spend and send. */
final class Turn {
    /** How many accounts it looks at for one that is worth a kick. */
    private static final int TRIES = 8;

    /** What flash lenders of the time charged, and more. */
    private static final double LOAN_FEE = 0.001;

    /** With a smaller share of its capital at hand it does not look for kicks that nobody rewards. */
    private static final double LEFT_OVER = 0.01;

    private static final long BID_GAS = 180_000;
    private static final long SETTLE_GAS = 120_000;
    private static final long LOAN_GAS = 150_000;

    private final Keeper keeper;
    private final VenueRef venue;
    private final Asset money;
    private final AgentView view;
    private final long now;
    private final Draws draws;
    private final Outbox outbox;
    private final Option<Long> bidFee;
    private Memory memory;
    private long cash;
    private long soldByLoan;
    private Option<Asset> valued = Option.none();
    private double unitValue;

    Turn(Keeper keeper, Memory before, AgentView view) {
        this.keeper = keeper;
        this.view = view;
        venue = keeper.venue();
        money = keeper.capital().asset();
        now = view.block().timeMillis();
        draws = view.draws();
        outbox = new Outbox(view, keeper.gasCap());
        bidFee = outbox.fee(keeper.bidPercentile());
        memory = before.withKicks(before.kicks().grow(keeper.kicksPerMinute().toDouble(), now))
                .withActions(before.actions().grow(keeper.actionsPerMinute().toDouble(), now));
    }

    Memory memory() {
        return memory;
    }

    Seq<Submission> submissions() {
        return outbox.submissions();
    }

    /** Draws the conclusions from what became of its actions, and from who leads where now. */
    void learn() {
        TreeMap<AccountId, Long> pending = memory.pending();
        TreeMap<AccountId, Lead> leads = memory.leads();
        Stock stock = memory.stock();
        for (Receipt receipt : view.receipts()) {
            Action action = receipt.submission().action();
            AccountId about = new AccountId((int) receipt.submission().label());
            pending = pending.remove(about);
            boolean gone =
                    receipt.result().isRight() || receipt.result().getLeft().reason() == Reason.NOT_THERE;
            if (action instanceof Action.Settle && gone && leads.containsKey(about)) {
                stock = stock.add(leads.get(about).get().gain(), due());
                leads = leads.remove(about);
            } else if (action instanceof Action.Bid bid && receipt.result().exists(received -> received > 0)) {
                stock = stock.add(new Parcel(bid.pair().give(), receipt.result().get()), due());
            } else if (action instanceof Action.Bid && receipt.result().isRight()) {
                leads = leads.merge(locked(about), (known, next) -> known);
            } else if (receipt.result().isLeft()) {
                // What could not be sold now is tried again later.
                stock = stock.addAll(unsold(action), due());
            }
        }
        memory = memory.withPending(pending).withLeads(leads).withStock(stock);
        cash = view.balance(view.self(), money) - pending.values().sum().longValue();
    }

    /** A bid that is locked until one price clears a batch: what it may win at most. */
    private TreeMap<AccountId, Lead> locked(AccountId about) {
        return view.venue(venue)
                .offer(about)
                .filter(offer -> offer.ask() instanceof Ask.Reserve)
                .map(offer ->
                        TreeMap.of(about, new Lead(now, new Parcel(offer.pair().give(), offer.mostGive()))))
                .getOrElse(TreeMap::empty);
    }

    private long due() {
        return now + keeper.timeToReturn().toMillis();
    }

    private Option<Parcel> unsold(Action action) {
        if (action instanceof Action.Bundle bundle) {
            return unsold(bundle.steps().head());
        }
        if (action instanceof Action.Redeem redeem && redeem.quantity() instanceof Quantity.Units all) {
            return Option.some(new Parcel(redeem.shares(), all.units()));
        }
        if (action instanceof Action.MarketOrder order && order.quantity() instanceof Quantity.Units all) {
            return Option.some(new Parcel(order.give(), all.units()));
        }
        return action instanceof Action.Swap swap && swap.quantity() instanceof Quantity.Units all
                ? Option.some(new Parcel(swap.give(), all.units()))
                : Option.none();
    }

    /** Sells what is due, in one piece for each asset. */
    void sell() {
        Vector<Stock.Batch> due = keeper.exit().isDefined() && bidFee.isEmpty()
                ? Vector.empty()
                : memory.stock().due(now);
        memory = memory.withStock(memory.stock().without(due));
        for (Asset asset : due.map(batch -> batch.parcel().asset()).distinct()) {
            long units = Math.min(Stock.sum(due, asset), view.balance(view.self(), asset));
            if (units > 0) {
                outbox.send(disposal(asset, units), bidFee.getOrElse(0L), view.self());
            }
        }
    }

    private Action disposal(Asset asset, long units) {
        Seq<Action> steps = sales(asset, Quantity.of(units), view.redemption(asset, units), 0);
        return steps.size() == 1 ? steps.head() : new Action.Bundle(steps);
    }

    /**
     * How something becomes money: a claim is redeemed first, and its parts are sold.
     *
     * @param parts what it redeems for; empty where it is no claim
     * @param at the number of the first step
     */
    private Seq<Action> sales(Asset asset, Quantity quantity, Seq<Parcel> parts, int at) {
        if (parts.isEmpty()) {
            return List.of(sale(asset, quantity));
        }
        boolean single = parts.size() == 1;
        return parts.filter(part -> !part.asset().equals(money) && part.units() > 0)
                .map(part -> sale(part.asset(), single ? new Quantity.ResultOf(at) : Quantity.of(part.units())))
                .prepend(new Action.Redeem(view.redeemer(asset).get(), asset, quantity));
    }

    private Action sale(Asset asset, Quantity quantity) {
        return keeper.exit()
                .<Action>map(amm -> new Action.Swap(amm, asset, quantity, money, 0))
                .getOrElse(() -> new Action.MarketOrder(market(asset), asset, quantity, money));
    }

    /** The market that it was told to sell on, or the first of an asset that is not traded there. */
    private MarketRef market(Asset asset) {
        MarketRef told = keeper.market();
        long unit = asset.unitsDown(Decimal.ONE);
        return view.quote(told, asset, unit, money) > 0
                ? told
                : view.market(asset).getOrElse(told);
    }

    /** Settles what it won. */
    void settle() {
        for (var entry : memory.leads()) {
            AccountId lot = entry._1;
            boolean late = entry._2.sinceMillis() + keeper.settleAfter().toMillis() <= now;
            if (late && maySend() && view.venue(venue).offer(lot).isEmpty()) {
                act(new Action.Settle(venue, lot), lot, 0);
            }
        }
    }

    private boolean maySend() {
        return bidFee.isDefined() && memory.actions().any();
    }

    private void act(Action action, AccountId about, long locked) {
        if (!memory.pending().containsKey(about) && outbox.send(action, bidFee.get(), about)) {
            memory = memory.withActions(memory.actions().spend())
                    .withPending(memory.pending().put(about, locked));
            cash -= locked;
        }
    }

    /**
     * Bids on what is offered cheaply enough: first where not all is bid, then for smaller lots; each time from a random one
     * on, so that keepers do not all bid on the same.
     */
    void bid() {
        ArrayList<StandingOffer> open = new ArrayList<>();
        ArrayList<StandingOffer> paid = new ArrayList<>();
        Along<Lead> known = new Along<>(memory.leads());
        for (StandingOffer offer : view.offers(venue)) {
            if (offer.pair().want().equals(money) && !leads(offer, known) && (borrows(offer) || pay(offer) > 0)) {
                (paidInFull(offer.ask()) ? paid : open).add(offer);
            }
        }
        bid(open);
        bid(paid);
    }

    private void bid(java.util.List<StandingOffer> wanted) {
        int first = wanted.isEmpty() || !maySend() ? 0 : draws.index(wanted.size());
        for (int i = 0; i < wanted.size() && maySend(); i++) {
            StandingOffer offer = wanted.get((first + i) % wanted.size());
            if (borrows(offer)) {
                borrow(offer);
                continue;
            }
            long pay = pay(offer);
            if (pay > 0 && pay <= cash) {
                act(bid(offer.target(), offer, pay), offer.target(), pay);
            }
        }
    }

    private static boolean paidInFull(Ask ask) {
        return ask instanceof Ask.BestBid best && best.leader().isDefined() && best.want() == best.most();
    }

    /** Whether a flash lender is to pay for it: it costs more than the keeper has, and less than it is worth. */
    private boolean borrows(StandingOffer offer) {
        return keeper.flashLender().isDefined()
                && !(offer.ask() instanceof Ask.BestBid)
                && whole(offer) > cash
                && offer.price().toDouble() < unitValue(offer.pair().give());
    }

    /** Whether it leads this auction; what it has lost or won the lead of is noted. */
    private boolean leads(StandingOffer offer, Along<Lead> leads) {
        if (offer.ask() instanceof Ask.Reserve) {
            return leads.at(offer.target()) != null;
        }
        if (!(offer.ask() instanceof Ask.BestBid best) || best.leader().isEmpty()) {
            return false;
        }
        boolean mine = best.leader().get().equals(view.self());
        boolean known = leads.at(offer.target()) != null;
        if (mine && !known) {
            memory = memory.withLeads(memory.leads()
                    .put(offer.target(), new Lead(now, new Parcel(offer.pair().give(), offer.mostGive()))));
        } else if (known && !mine) {
            memory = memory.withLeads(memory.leads().remove(offer.target()));
        }
        return mine || !keeper.outbids();
    }

    private Action bid(AccountId target, StandingOffer offer, long pay) {
        return new Action.Bid(venue, target, offer.pair(), Quantity.of(pay), receive(offer, pay));
    }

    /**
     * The least it accepts: all there is of a lot or a falling price; of a lot that all is bid on, at once what is worth the
     * bid; and as much where a price may rise before the bid arrives.
     */
    private long receive(StandingOffer offer, long pay) {
        boolean best = offer.ask() instanceof Ask.BestBid;
        long most = offer.ask() instanceof Ask.BestBid next
                ? next.give()
                : Math.min(offer.price().giveDown(pay), offer.mostGive());
        boolean whole = offer.ask() instanceof Ask.Clock || (best && !paidInFull(offer.ask()));
        double enough = pay / (kept() * unitValue(offer.pair().give()));
        return whole || kept() == 0 ? most : Math.min(most, (long) Math.ceil(enough));
    }

    private double kept() {
        return 1 - keeper.discount().value().toDouble();
    }

    /** What it would pay of its own, a part where a part can be taken; 0 where that is not worth it. */
    private long pay(StandingOffer offer) {
        Pair pair = offer.pair();
        if (offer.ask() instanceof Ask.BestBid best) {
            double value = unitValue(pair.give()) * best.give();
            long pay = (long) Math.min((double) best.most(), kept() * value);
            boolean enough = pay >= best.want()
                    && pay >= (double) best.most() * keeper.leastBid().value().toDouble();
            return enough && leaves(value, pay, BID_GAS + SETTLE_GAS) ? pay : 0;
        }
        double unit = unitValue(pair.give());
        long pay = Math.min(whole(offer), cash);
        double price = offer.price().toDouble();
        return pay > 0 && price <= kept() * unit && leaves(pay / price * unit, pay, BID_GAS) ? pay : 0;
    }

    /** What the whole of an offer costs. */
    private static long whole(StandingOffer offer) {
        long give = Math.min(offer.mostGive(), offer.price().giveDown(offer.mostWant()));
        return Math.min(offer.mostWant(), offer.price().wantUp(give));
    }

    private boolean leaves(double value, long pay, long gas) {
        return keeper.minProfit().isEmpty()
                || value - pay - outbox.cost(gas, bidFee.getOrElse(0L), money)
                        >= keeper.minProfit().get().units();
    }

    /** Takes an offer with a flash loan that the collateral's sale returns, where that leaves a profit. */
    private void borrow(StandingOffer offer) {
        VenueRef lender = keeper.flashLender().get();
        Asset give = offer.pair().give();
        long loan = view.quote(lender, money, whole(offer), money).getOrElse(0L);
        long receive = Math.min(offer.price().giveDown(loan), offer.mostGive());
        long fetched = quote(give, soldByLoan + receive) - quote(give, soldByLoan);
        double profit = fetched - loan * (1 + LOAN_FEE) - outbox.cost(BID_GAS + LOAN_GAS, bidFee.get(), money);
        if (receive > 0 && profit >= keeper.minProfit().map(Parcel::units).getOrElse(1L)) {
            soldByLoan += receive;
            act(
                    new Action.Bundle(List.<Action>of(
                                    new Action.FlashBorrow(lender, money, Quantity.of(loan)),
                                    bid(offer.target(), offer, loan))
                            .appendAll(sales(give, new Quantity.ResultOf(1), view.redemption(give, receive), 2))
                            .append(new Action.FlashReturn(lender, money))),
                    offer.target(),
                    0);
        }
    }

    /** What a sale would fetch now, of a claim that of its parts. */
    private long quote(Asset give, long units) {
        if (units == 0 || give.equals(money)) {
            return units;
        }
        Seq<Parcel> parts = view.redemption(give, units);
        if (!parts.isEmpty()) {
            return parts.map(part -> quote(part.asset(), part.units())).sum().longValue();
        }
        return keeper.exit()
                .map(amm -> view.quote(amm, give, units, money).getOrElse(0L))
                .getOrElse(() -> view.quote(market(give), give, units, money));
    }

    /** What a base unit is worth outside now, in base units of money. */
    private double unitValue(Asset asset) {
        if (!valued.contains(asset)) {
            valued = Option.some(asset);
            unitValue = view.worth(asset) * asset.wholeAsDouble(1) / (view.worth(money) * money.wholeAsDouble(1));
        }
        return unitValue;
    }

    /** Kicks what it would bid on, and bids at once where it pays for prompt inclusion. */
    void kick() {
        Option<Long> kickFee = outbox.fee(keeper.kickPercentile());
        if (kickFee.isEmpty() || !memory.kicks().any()) {
            return;
        }
        Seq<Invitation> invited = view.invitations(venue);
        BitSet tried = new BitSet();
        for (int i = 0; i < TRIES && !invited.isEmpty() && memory.kicks().any(); i++) {
            int at = draws.index(invited.size());
            Invitation invitation = invited.get(at);
            if (!tried.get(at) && invitation.step() != Invitation.Step.SETTLE) {
                kick(invitation, kickFee.get());
            }
            tried.set(at);
        }
    }

    private void kick(Invitation invitation, long kickFee) {
        AccountId target = invitation.target();
        if (invitation.step() == Invitation.Step.RESTART) {
            kick(new Action.Restart(venue, target), kickFee, target, 0);
            return;
        }
        if (invitation.reward() == 0 && cash < LEFT_OVER * keeper.capital().units()) {
            return;
        }
        Action kick = new Action.Kick(venue, target);
        for (Seq<StandingOffer> opened : view.opens(venue, target)) {
            boolean batch = opened.exists(offer -> offer.ask() instanceof Ask.Reserve);
            if (!batch && opened.forAll(offer -> !(offer.ask() instanceof Ask.BestBid))) {
                if (invitation.reward() > outbox.cost(kick.gas(), kickFee, money)) {
                    kick(kick, kickFee, target, 0);
                }
                continue;
            }
            StandingOffer offer = opened.head();
            long pay = pay(offer);
            if (pay > 0 && pay <= cash) {
                // A batch takes bids as long as it is open, so that nothing is lost by bidding when it stands.
                if (bidFee.isDefined() && !batch) {
                    kick(
                            new Action.Bundle(List.of(kick, bid(AccountId.openedBy(0), offer, pay))),
                            bidFee.get(),
                            target,
                            pay);
                } else {
                    kick(kick, kickFee, target, 0);
                }
            }
        }
    }

    private void kick(Action action, long fee, AccountId target, long locked) {
        if (!memory.pending().containsKey(target) && outbox.send(action, fee, target)) {
            memory = memory.withKicks(memory.kicks().spend())
                    .withPending(memory.pending().put(target, locked));
            cash -= locked;
        }
    }
}
