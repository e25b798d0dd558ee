package io.firebreak.testkit.liar.pure;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.liar.relation.Spread;
import io.vavr.control.Either;

/** Has no answer for whom it did not invite. */
public record AnswersNothing() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return call instanceof Call.Bid ? Spread.super.answer(state, call, view) : null;
    }
}
