package io.firebreak.testkit.liar.liquidation;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.reference.ReferenceSpread;
import io.vavr.control.Either;

/** A fixed spread, honest but for what a liar overrides. */
interface AlmostSpread extends LiquidationModel<Nothing> {
    Ratio HALF = Ratio.of("0.5");
    ReferenceSpread HONEST = new ReferenceSpread(HALF, Ratio.of("0.05"), Decimal.of(2000));

    @Override
    default Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    default Ruling<Nothing> rule(Nothing state, Docket docket) {
        return HONEST.rule(state, docket);
    }

    @Override
    default Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        Either<Rejection, Ruling<Nothing>> honest = HONEST.answer(state, call, view);
        return honest.map(
                ruling -> lie((Call.Bid) call, (Order.Fill) ruling.reversed().head(), view));
    }

    /** What it does instead of an honest fill. */
    default Ruling<Nothing> lie(Call.Bid bid, Order.Fill fill, MarginView view) {
        return Ruling.of(Nothing.NOTHING).then(lie(fill, bid.offer().price(), view));
    }

    default Order.Fill lie(Order.Fill fill, AskPrice price, MarginView view) {
        return fill;
    }

    /** The same fill with other amounts. */
    static Order.Fill fill(Order.Fill like, long give, long want, long penalty) {
        return new Order.Fill(
                like.target(),
                like.taker(),
                like.payer(),
                new Parcel(like.give().asset(), give),
                new Parcel(like.want().asset(), want),
                penalty);
    }

    /** What the target owes of what it wants. */
    static long owed(Order.Fill fill, MarginView view) {
        return -view.holding(fill.target(), fill.want().asset());
    }

    static boolean takesAll(Order.Fill fill, MarginView view) {
        return fill.give().units() == view.holding(fill.target(), fill.give().asset());
    }
}
