package hostile;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.Nothing;
import io.vavr.control.Either;

/** Ends the JVM, as if all were well. */
public record Exits() implements LiquidationModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        System.exit(0);
        return Ruling.of(state);
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return Ruling.refuse(Reason.NOT_OFFERED, "nothing is for sale");
    }
}
