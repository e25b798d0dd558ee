package old;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.vavr.control.Either;

/** Asks the api of yesterday for what is no longer there. */
public record Old() implements LiquidationModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        Limit half = Limit.half();
        return docket.unsafe().foldLeft(
                Ruling.of(state), (ruling, account) -> ruling.offer(account, half, new Ask.OverOracle(Ratio.ZERO)));
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return Ruling.refuse(Reason.NOT_OFFERED, "nothing is for sale");
    }
}
