package io.firebreak.lending.losses;

import static io.firebreak.api.action.Reason.NOT_DUE;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.NOT_THERE;
import static io.firebreak.api.action.Reason.PRICE;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.Seller;
import io.firebreak.api.liquidation.StatesBidding;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LetsWait;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.lending.english.Auction;
import io.firebreak.lending.english.Bidding;
import io.firebreak.lending.losses.Debts.Sale;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Bears a loss by selling newly issued claims to whoever wants the fewest for a fixed sum, at the cost of the claims'
 * holders.
 *
 * <p>The first bid pays the sum, which bears the loss at once; each better bidder pays the one before it back. The winner
 * receives its claims when the auction is settled. Less than one sum waits until more is missing.
 */
@About(
        value = "Issues claims and sells them to whoever takes the fewest for a fixed sum.",
        follows = "Maker dss fa4f6630: flop.sol, vow.sol",
        simplifies = "one auction at a time")
public record DebtAuction(
        @Parameter(
                        value = "least step by which a bid must lower the claims",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "1",
                        source = "flop.sol")
                Ratio beg,
        @Parameter(
                        value = "a best bid that stands for so long wins",
                        preset = "10 min",
                        min = "1 s",
                        source = "Maker mainnet on 2020-03-12; flop.sol presets 3 h")
                Duration ttl,
        @Parameter(value = "bidding ends so long after the start", preset = "2 d", min = "1 s", source = "flop.sol")
                Duration tau,
        @Parameter(
                        value = "an auction without bids starts again with so many times the claims",
                        unit = "ratio",
                        preset = "1.5",
                        min = "1",
                        max = "10",
                        source = "flop.sol")
                Ratio pad,
        @Parameter(
                        value = "how long bad debt waits before it is auctioned",
                        preset = "2 d",
                        min = "0 s",
                        source = "Maker mainnet on 2020-03-12")
                Duration delay,
        @Parameter(
                        value = "what one auction raises, in the debt asset",
                        source = "Maker mainnet on 2020-03-12: 50,000 DAI")
                Parcel bid,
        @Parameter(
                        value = "what the first bidder may ask for, in the claim that is issued",
                        source = "Maker mainnet on 2020-03-12: 250 MKR")
                Parcel lot)
        implements LossModel<Debts>, Seller<Debts>, LetsWait, StatesBidding {
    @Override
    public Debts initial() {
        return Debts.NONE;
    }

    @Override
    public Parcel enough() {
        return bid;
    }

    @Override
    public Option<Asset> issues() {
        return Option.some(lot.asset());
    }

    @Override
    public Bearing<Debts> bear(Debts state, Shortfall shortfall, MarginView view) {
        if (!shortfall.missing().asset().equals(bid.asset())) {
            return Bearing.of(state, Outcome.EXHAUSTED);
        }
        long now = view.block().timeMillis();
        Debts asked = state.askedIn(view.block().number());
        long paid = Math.min(asked.collected(), shortfall.missing().units());
        long missing = shortfall.missing().units() - paid;
        Debts next = queue(asked.collecting(-paid), missing, now);
        boolean starts = next.sale().isEmpty() && next.ripe(now) >= bid.units();
        if (starts) {
            next = next.take(bid.units())
                    .with(Option.some(new Sale(view.freshLot(0), lot.units(), Bidding.until(now + tau.toMillis()))));
        }
        Bearing<Debts> bearing = Bearing.of(next, missing == 0 ? Outcome.BORNE : Outcome.PENDING)
                .pay(shortfall.account(), bid.asset(), paid);
        return starts ? offers(next.sale().get()).foldLeft(bearing, Bearing::then) : bearing;
    }

    /** Lets the queue say what is missing: new debt joins it, debt that others bore leaves it. */
    private Debts queue(Debts state, long missing, long now) {
        long fresh = missing - state.onSale(bid.units()) - state.queued();
        return fresh > 0 ? state.add(fresh, now + delay.toMillis()) : state.take(-fresh);
    }

    @Override
    public Ruling<Debts> rule(Debts state, Docket docket) {
        Ruling<Debts> ruling = Ruling.of(state);
        for (Sale sale : state.sale()) {
            AccountId target = sale.target();
            if (docket.due().contains(target)) {
                ruling = sale.bidding().ended(ruling, target);
            }
        }
        return ruling;
    }

    @Override
    public Either<Rejection, Ruling<Debts>> answer(Debts state, Call call, MarginView view) {
        if (!state.sale().exists(sale -> sale.target().equals(call.target()))) {
            return Ruling.refuse(NOT_THERE, "no debt auction");
        }
        Sale sale = state.sale().get();
        long now = view.block().timeMillis();
        if (call instanceof Call.Bid offered) {
            return bid(state, sale, offered, now);
        }
        if (call instanceof Call.Kick) {
            return Ruling.refuse(NOT_OFFERED, "debt auctions start by themselves");
        }
        boolean settles = call instanceof Call.Settle;
        if (!sale.bidding().over(now) || settles != sale.bidding().hasLeader()) {
            return Ruling.refuse(NOT_DUE, "no bid has won yet, or one has");
        }
        if (settles) {
            return Either.right(Ruling.of(state.with(Option.none()))
                    .pay(sale.bidding().leader().get(), lot.asset(), sale.lot())
                    .then(new Order.Close(sale.target())));
        }
        Sale again =
                new Sale(sale.target(), Exact.timesDown(sale.lot(), pad.value()), Bidding.until(now + tau.toMillis()));
        return Either.right(offer(Ruling.of(state.with(Option.some(again))).withdraw(sale.target()), again));
    }

    private Either<Rejection, Ruling<Debts>> bid(Debts state, Sale sale, Call.Bid offered, long now) {
        long most = Auction.shrunk(sale.lot(), beg);
        if (offered.pay() != bid.units() || offered.receive() <= 0 || offered.receive() > most) {
            return Ruling.refuse(PRICE, "wanted " + bid.units() + " for at most " + most);
        }
        Sale next = new Sale(
                sale.target(), offered.receive(), sale.bidding().ledBy(offered.caller(), now + ttl.toMillis()));
        Debts after = state.with(Option.some(next));
        // The first bid has long been handed on when it is outbid: the next bidder pays the last one back.
        Ruling<Debts> ruling = Ruling.of(sale.bidding().hasLeader() ? after : after.collecting(bid.units()))
                .then(new Order.Lock(offered.caller(), bid));
        for (AccountId outbid : sale.bidding().leader()) {
            ruling = ruling.pay(outbid, bid.asset(), bid.units());
        }
        return Either.right(offer(ruling, next));
    }

    private Ruling<Debts> offer(Ruling<Debts> ruling, Sale sale) {
        return offers(sale).foldLeft(ruling, Ruling::then);
    }

    private List<Order> offers(Sale sale) {
        long most = Auction.shrunk(sale.lot(), beg);
        Bidding bidding = sale.bidding();
        Ask ask = new Ask.BestBid(bid.units(), bid.units(), most, bidding.leader(), bidding.lastMillis());
        return List.of(
                new Order.Offer(
                        sale.target(), Option.some(new Pair(lot.asset(), bid.asset())), new Limit.Give(most), ask),
                new Order.WakeAt(sale.target(), sale.bidding().lastMillis() + 1));
    }
}
