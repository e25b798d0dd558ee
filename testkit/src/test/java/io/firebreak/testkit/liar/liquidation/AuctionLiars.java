package io.firebreak.testkit.liar.liquidation;

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
import io.firebreak.api.liquidation.StatesRemainder;
import io.firebreak.api.margin.MarginView;
import io.firebreak.testkit.reference.Falling;
import io.firebreak.testkit.reference.ReferenceAuction.Sale;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;

/** Liars that sell lots at a falling price. */
public final class AuctionLiars {
    private AuctionLiars() {}

    /** Seizes one half after the other into the same lot. */
    public record SeizesIntoAUsedLot() implements AlmostAuction {
        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            if (!(order instanceof Order.Seize seize)) {
                return List.of(order);
            }
            Order half = new Order.Seize(
                    seize.account(),
                    seize.lot(),
                    seize.parcels().map(parcel -> new Parcel(parcel.asset(), parcel.units() / 2)));
            return List.of(half, half);
        }
    }

    public record ClosesTwice() implements AlmostAuction {
        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            return order instanceof Order.Close ? List.of(order, order) : List.of(order);
        }
    }

    /** Sells, and leaves the lot open. */
    public record NeverCloses() implements AlmostAuction {
        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            return order instanceof Order.Close ? List.empty() : List.of(order);
        }
    }

    /** Forgets that a sale which ran out must be restarted. */
    public record ForgetsToRestart() implements AlmostAuction {
        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            return order instanceof Order.WakeAt ? List.empty() : List.of(order);
        }
    }

    /** Takes what is left of a lot for itself, for nothing. */
    public record KeepsTheSurplus() implements AlmostAuction {
        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            if (!(order instanceof Order.Close close)) {
                return List.of(order);
            }
            List<Order> orders = List.of(order);
            for (Order.Fill fill :
                    honest.orders().filter(Order.Fill.class::isInstance).map(Order.Fill.class::cast)) {
                Asset give = fill.give().asset();
                Asset want = fill.want().asset();
                long rest = view.holding(close.lot(), give) - fill.give().units();
                if (rest > 0 && view.mostGive(close.lot(), give) < Long.MAX_VALUE) {
                    orders = orders.prepend(new Order.Fill(
                            close.lot(), view.self(), view.self(), new Parcel(give, rest), new Parcel(want, 0), 0));
                }
            }
            return orders;
        }
    }

    /** Takes all of the debt, and half of what stands behind it. */
    public record SeizesHalfTheCollateral() implements AlmostAuction {
        @Override
        public Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
            return order instanceof Order.Seize seize
                    ? List.of(new Order.Seize(
                            seize.account(),
                            seize.lot(),
                            seize.parcels()
                                    .map(parcel -> parcel.units() > 0
                                            ? new Parcel(parcel.asset(), parcel.units() / 2)
                                            : parcel)))
                    : List.of(order);
        }
    }

    /** Sets its clock back by itself when time is over. */
    public record RestartsByItself() implements AlmostAuction {
        @Override
        public Ruling<TreeMap<AccountId, Sale>> rule(TreeMap<AccountId, Sale> state, Docket docket) {
            Ruling<TreeMap<AccountId, Sale>> ruling =
                    HONEST.rule(state, new Docket(docket.unsafe(), docket.cured(), List.empty(), docket.view()));
            long now = docket.view().block().timeMillis();
            for (AccountId lot : docket.due().filter(state::containsKey)) {
                Sale sale = state.get(lot).get();
                Ask ask = new Ask.Clock(sale.top(), new Falling(HONEST.end(), HONEST.lasts()), now);
                ruling = ruling.withState(ruling.state().put(lot, new Sale(sale.pair(), sale.top(), now)))
                        .offer(lot, sale.pair(), Limit.whole(), ask)
                        .wakeAt(lot, now + HONEST.lasts().toMillis());
            }
            return ruling;
        }
    }

    /** Says that nothing under a thousand is ever left, and leaves it. */
    public record LeavesCrumbs() implements AlmostAuction, StatesRemainder {
        @Override
        public long leastRemainder(Asset wanted) {
            return 1_000_000_000;
        }

        @Override
        public Ruling<TreeMap<AccountId, Sale>> lie(
                Ruling<TreeMap<AccountId, Sale>> honest, Call call, MarginView view) {
            if (!(call instanceof Call.Bid bid) || honest.orders().exists(Order.Close.class::isInstance)) {
                return honest;
            }
            Pair pair = bid.offer().pair();
            long owed = -view.holding(bid.target(), pair.want());
            for (Order.Fill fill :
                    honest.orders().filter(Order.Fill.class::isInstance).map(Order.Fill.class::cast)) {
                Limit rest = new Limit.Want(Math.max(1, owed - fill.want().units()));
                return honest.offer(bid.target(), pair, rest, bid.offer().ask());
            }
            return honest;
        }
    }
}
