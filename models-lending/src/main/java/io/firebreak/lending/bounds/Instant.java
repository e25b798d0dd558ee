package io.firebreak.lending.bounds;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.AskPrice;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.liquidation.Incline;
import io.firebreak.api.liquidation.LiquidationModel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Part;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.liquidation.StatesIncline;
import io.firebreak.api.liquidation.StatesPart;
import io.firebreak.api.liquidation.SybilNeutral;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Liquidates every unsafe account at once at the oracle's price: the bound of a market without depth, delay or cost.
 *
 * <p>The world's account takes the largest exposure as a whole. Where the collateral does not suffice, all of it goes and
 * the rest is a shortfall. Both sides are rounded against the taker.
 */
@About("Liquidates every unsafe account at once, at the oracle price, with infinite depth. A bound: the best that any"
        + " liquidation at this oracle could do.")
public record Instant() implements LiquidationModel<Nothing>, StatesIncline, StatesPart, SybilNeutral {
    private static final Ask AT_ORACLE = new Ask.OverOracle(Ratio.ZERO);

    @Override
    public Ratio bonus() {
        return Ratio.ZERO;
    }

    @Override
    public Incline incline() {
        return Incline.level(Ratio.ZERO);
    }

    @Override
    public Part part() {
        return new Part.OfExposure(Ratio.ONE);
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ruling<Nothing> rule(Nothing state, Docket docket) {
        return docket.unsafe().foldLeft(Ruling.of(state), (ruling, account) -> fill(account, docket.view())
                .fold(() -> ruling, ruling::then));
    }

    private static Option<Order> fill(AccountId account, MarginView view) {
        return view.exposure(account)
                .flatMap(exposure ->
                        AT_ORACLE.price(exposure.pair(), view).flatMap(price -> fill(account, exposure, price, view)));
    }

    private static Option<Order> fill(AccountId account, Exposure exposure, AskPrice price, MarginView view) {
        Pair pair = exposure.pair();
        long most = view.mostGive(account, pair.give());
        long give = exposure.onWant() ? price.giveDown(exposure.units()) : exposure.units();
        long want = exposure.onWant() ? exposure.units() : price.wantUp(give);
        if (give > most) {
            give = most;
            want = price.wantUp(most);
        }
        return give == 0
                ? Option.none()
                : Option.some(new Order.Fill(
                        account,
                        view.outside(),
                        view.outside(),
                        new Parcel(pair.give(), give),
                        new Parcel(pair.want(), want),
                        0));
    }

    @Override
    public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
        return Ruling.refuse(Reason.NOT_OFFERED, "this venue liquidates by itself");
    }
}
