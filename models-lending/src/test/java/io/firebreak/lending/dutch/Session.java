package io.firebreak.lending.dutch;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.LOAN;
import static io.firebreak.lending.FakeVenueView.units;

import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.liquidation.Limit;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.FakeVenueView;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/** A Dutch auction on a small venue with two rich takers: what is ruled is carried out. */
final class Session {
    static final AccountId LOT = new AccountId(100);
    static final Curve PERCENT_A_SECOND = new StairStep(Ratio.of("0.99"), Duration.ofSeconds(1));

    final FakeVenueView view = new FakeVenueView();
    DutchAuction model;
    Sales state = Sales.NONE;

    Session(DutchAuction model) {
        this.model = model;
        view.give(ALI, DAI, units("1000000")).give(BOB, DAI, units("1000000")).price(ETH, "4");
    }

    /** The parameters of Maker's tests: a restart below 0.3 of the first price or after an hour. */
    static DutchAuction clip(Ratio buf, Ratio penalty, long tip, Ratio chip, long dust, Option<Parcel> hole) {
        return new DutchAuction(
                buf,
                Duration.ofHours(1),
                Ratio.of("0.3"),
                penalty,
                chip,
                tip == 0 ? Option.none() : Option.some(new Parcel(DAI, tip)),
                hole,
                Option.some(new Parcel(DAI, dust)),
                PERCENT_A_SECOND);
    }

    Either<Rejection, Ruling<Sales>> ask(Call call) {
        Either<Rejection, Ruling<Sales>> answer = model.answer(state, call, view);
        answer.forEach(this::accept);
        return answer;
    }

    void rule(AccountId... unsafe) {
        accept(model.rule(state, view.docket(unsafe)));
    }

    private void accept(Ruling<Sales> ruling) {
        state = ruling.state();
        view.carryOut(ruling.orders());
    }

    /** A sale that began at second 0, its tab all debt. */
    void sale(long lot, long tab, Decimal top) {
        view.loan(LOT, lot, tab);
        state = state.put(LOT, new Sale(LOAN, tab, top, 0));
        view.carryOut(List.of(
                new Order.Offer(LOT, Option.some(LOAN), new Limit.Want(tab), new Ask.Clock(top, model.curve(), 0))));
    }

    /** Takes at most so much, at any price. */
    Either<Rejection, Ruling<Sales>> take(AccountId taker, long amount) {
        return ask(view.bid(taker, LOT, Long.MAX_VALUE, amount));
    }

    long tab() {
        return state.open().get(LOT).map(Sale::tab).getOrElse(0L);
    }

    long lot() {
        return state.open().containsKey(LOT) ? view.balance(LOT, ETH) : 0;
    }
}
