package faulty;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.vavr.collection.List;
import io.vavr.control.Either;

@About("Seizes one unit more than an account holds.")
public record TakesTooMuch() implements LiquidationModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        AccountId account = docket.unsafe().head();
        Parcel held = docket.view().holdings(account).find(parcel -> parcel.units() > 0).get();
        return Ruling.of(state).then(new Order.Seize(
                account, docket.view().freshLot(0), List.of(new Parcel(held.asset(), held.units() + 1))));
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return Either.right(Ruling.of(state));
    }
}
