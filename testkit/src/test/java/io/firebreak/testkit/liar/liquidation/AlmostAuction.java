package io.firebreak.testkit.liar.liquidation;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.reference.ReferenceAuction;
import io.firebreak.testkit.reference.ReferenceAuction.Sale;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.time.Duration;

/** An auction of lots at a falling price, honest but for what a liar overrides. */
interface AlmostAuction extends LiquidationModel<TreeMap<AccountId, Sale>> {
    ReferenceAuction HONEST = new ReferenceAuction(Ratio.of("1.2"), Ratio.of("0.5"), Duration.ofHours(6));

    @Override
    default TreeMap<AccountId, Sale> initial() {
        return HONEST.initial();
    }

    @Override
    default Ruling<TreeMap<AccountId, Sale>> rule(TreeMap<AccountId, Sale> state, Docket docket) {
        return HONEST.rule(state, docket);
    }

    @Override
    default Either<Rejection, Ruling<TreeMap<AccountId, Sale>>> answer(
            TreeMap<AccountId, Sale> state, Call call, MarginView view) {
        return HONEST.answer(state, call, view).map(ruling -> lie(ruling, call, view));
    }

    /** What it does instead of an honest answer: other orders for each of them. */
    default Ruling<TreeMap<AccountId, Sale>> lie(Ruling<TreeMap<AccountId, Sale>> honest, Call call, MarginView view) {
        return new Ruling<>(
                honest.state(),
                List.ofAll(honest.orders().flatMap(order -> lie(order, honest, view)))
                        .reverse());
    }

    default Iterable<Order> lie(Order order, Ruling<TreeMap<AccountId, Sale>> honest, MarginView view) {
        return List.of(order);
    }
}
