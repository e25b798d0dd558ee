package io.firebreak.api.liquidation;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Exact;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * A decision: the next state, and orders for the engine in the order of issue.
 *
 * @param reversed the orders, latest first
 */
public record Ruling<S>(S state, List<Order> reversed) {
    public static <S> Ruling<S> of(S state) {
        return new Ruling<>(state, List.empty());
    }

    public Seq<Order> orders() {
        return reversed.reverse();
    }

    public Ruling<S> then(Order order) {
        return new Ruling<>(state, reversed.prepend(order));
    }

    public <T> Ruling<T> withState(T next) {
        return new Ruling<>(next, reversed);
    }

    /** Offers an account or lot; the taker chooses the pair. */
    public Ruling<S> offer(AccountId target, Limit limit, Ask ask) {
        return then(new Order.Offer(target, Option.none(), limit, ask));
    }

    public Ruling<S> offer(AccountId target, Pair pair, Limit limit, Ask ask) {
        return then(new Order.Offer(target, Option.some(pair), limit, ask));
    }

    public Ruling<S> invite(AccountId target, Invitation.Step step, long reward) {
        return then(new Order.Invite(new Invitation(target, step, reward)));
    }

    public Ruling<S> withdraw(AccountId target) {
        return then(new Order.Withdraw(target));
    }

    public Ruling<S> wakeAt(AccountId target, long timeMillis) {
        return then(new Order.WakeAt(target, timeMillis));
    }

    public Ruling<S> pay(AccountId to, Asset asset, long units) {
        return units == 0 ? this : then(new Order.Pay(to, new Parcel(asset, units)));
    }

    /**
     * Fills a bid at the asked price: as much as the bid pays for and the offer's limits allow, the amount received rounded
     * against the taker. Refuses a bid below the asked price, and one that would receive nothing, but for the last bit of an
     * exposure: it is worth less than a base unit, and would stand for ever.
     */
    public static <S> Either<Rejection, Ruling<S>> fillAtAsk(S state, Call.Bid bid) {
        StandingOffer offer = bid.offer();
        AskPrice price = offer.price();
        long want = Math.min(bid.pay(), offer.mostWant());
        long give = price.giveDown(want);
        if (give > offer.mostGive()) {
            give = offer.mostGive();
            want = price.wantUp(give);
        }
        if (want == Long.MAX_VALUE) {
            return Either.left(new Rejection(Reason.LIMIT_REACHED, "more than can be counted would change hands"));
        }
        boolean clearsRest = want == offer.mostWant() && bid.receive() == 0;
        if (want <= 0 || (give <= 0 && !clearsRest)) {
            return Either.left(
                    new Rejection(Reason.TOO_SMALL, "nothing would change hands for " + bid.pay() + " base units"));
        }
        if (bid.receive() > 0 && Exact.compareProducts(want, bid.receive(), bid.pay(), give) > 0) {
            return Either.left(new Rejection(
                    Reason.PRICE,
                    "asked " + want + " for " + give + ", allowed " + bid.pay() + " for " + bid.receive()));
        }
        Order fill = new Order.Fill(
                bid.target(),
                bid.caller(),
                bid.caller(),
                new Parcel(offer.pair().give(), give),
                new Parcel(offer.pair().want(), want),
                0);
        return Either.right(new Ruling<>(state, List.of(fill)));
    }

    public static <S> Either<Rejection, Ruling<S>> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
