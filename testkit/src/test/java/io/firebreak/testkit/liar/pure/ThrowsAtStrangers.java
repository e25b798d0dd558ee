package io.firebreak.testkit.liar.pure;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.liar.relation.Spread;
import io.vavr.control.Either;

/** Takes every call for a bid. */
public record ThrowsAtStrangers() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return Spread.super.answer(state, (Call.Bid) call, view);
    }
}
