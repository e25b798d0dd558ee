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
import java.util.ArrayList;
import java.util.List;

/** Remembers more at each ruling than there is room for. */
public record EatsMemory() implements LiquidationModel<Nothing> {
    private static final List<byte[]> EATEN = new ArrayList<>();

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        for (int i = 0; i < 1000; i++) {
            EATEN.add(new byte[1 << 20]);
        }
        return Ruling.of(state);
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return Ruling.refuse(Reason.NOT_OFFERED, "nothing is for sale");
    }
}
