package faulty;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.vavr.control.Either;

@About("Throws when the first account becomes unsafe.")
public record Throws() implements LiquidationModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        throw new IllegalStateException("the plugin is out of ink");
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        throw new IllegalStateException("the plugin is out of ink");
    }
}
