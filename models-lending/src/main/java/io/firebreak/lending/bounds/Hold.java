package io.firebreak.lending.bounds;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.SybilNeutral;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.vavr.control.Either;

/** Never liquidates: the bound of a design that nobody ever bids in. */
@About("Never liquidates. A bound: what happens where no liquidation ever works.")
public record Hold() implements LiquidationModel<Nothing>, SybilNeutral {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        return Ruling.of(state);
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return Ruling.refuse(Reason.NOT_OFFERED, "this venue never liquidates");
    }
}
