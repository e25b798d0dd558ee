package io.firebreak.api.loss;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Order;
import io.vavr.collection.List;

/**
 * A loss layer's answer.
 *
 * @param reversed payments and sales, latest first; it may pay from its own account and from the venue's treasury
 */
public record Bearing<S>(S state, Outcome outcome, List<Order> reversed) {
    /** Whether the next layer is asked. */
    public enum Outcome {
        /** Nothing is missing any more. */
        BORNE,
        /** This layer is at work: deeper layers wait. */
        PENDING,
        /** This layer can do no more: the next one is asked for the rest. */
        EXHAUSTED
    }

    public static <S> Bearing<S> of(S state, Outcome outcome) {
        return new Bearing<>(state, outcome, List.empty());
    }

    /** Pays as much of a shortfall as there is: borne where that is enough, exhausted where it is not. */
    public static <S> Bearing<S> paying(S state, Shortfall shortfall, long available) {
        Parcel missing = shortfall.missing();
        long paid = shortfall.payable(available);
        return of(state, paid == missing.units() ? Outcome.BORNE : Outcome.EXHAUSTED)
                .pay(shortfall.account(), missing.asset(), paid);
    }

    public Bearing<S> then(Order order) {
        return new Bearing<>(state, outcome, reversed.prepend(order));
    }

    public Bearing<S> pay(AccountId to, Asset asset, long units) {
        return units == 0 ? this : then(new Order.Pay(to, new Parcel(asset, units)));
    }
}
