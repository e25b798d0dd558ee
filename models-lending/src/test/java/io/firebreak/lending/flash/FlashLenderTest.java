package io.firebreak.lending.flash;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.POOL;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.api.venue.Step;
import io.firebreak.lending.FakeVenueView;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class FlashLenderTest {
    private static final VenueRef HERE = new VenueRef("flash");
    private static final Action.AtVenue RETURN = new Action.FlashReturn(HERE, DAI);
    private final FlashLender lender = new FlashLender(DAI, Ratio.of("0.0009"));
    private final FakeVenueView view = new FakeVenueView().give(POOL, DAI, units("1000"));
    private Loans state = lender.initial();

    private Option<Reason> act(Action.AtVenue action) {
        Either<Rejection, Step<Loans>> answer = lender.act(state, ALI, action, view);
        answer.forEach(step -> {
            state = step.state();
            step.reversed().reverse().forEach(view::post);
        });
        return answer.swap().map(Rejection::reason).toOption();
    }

    private static Action.AtVenue borrow(long units) {
        return new Action.FlashBorrow(HERE, DAI, Quantity.of(units));
    }

    @Test
    void whatIsReturnedWithItsFeeLeavesNoTrace() {
        view.give(ALI, DAI, 2);
        assertThat(act(borrow(1001))).isEmpty();
        assertThat(lender.atEnd(state, view)).isNotEmpty();
        assertThat(act(RETURN)).as("the fee on 1001 is rounded up").isEmpty();
        assertThat(view.balance(ALI, DAI)).isEqualTo(1);
        assertThat(view.balance(POOL, DAI)).isEqualTo(units("1000") + 1);
        assertThat(lender.atEnd(state, view)).isEmpty();
    }

    @Test
    void anActionMayNotEndWithALoanOpen() {
        act(borrow(units("1000")));
        assertThat(lender.atEnd(state, view).map(Rejection::reason)).contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(act(RETURN)).as("the fee is missing").contains(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void theReserveIsTheLimit() {
        assertThat(act(borrow(units("1000") + 1))).contains(Reason.LIMIT_REACHED);
        assertThat(lender.quote(state, DAI, units("4000"), DAI, view)).isEqualTo(units("1000"));
        assertThat(lender.quote(state, ETH, units("4000"), DAI, view)).isZero();
    }

    @Test
    void whoBorrowedTwiceReturnsBothAtOnce() {
        view.give(ALI, DAI, units("1"));
        act(borrow(units("100")));
        act(borrow(units("200")));
        assertThat(act(RETURN)).isEmpty();
        assertThat(view.balance(POOL, DAI)).isEqualTo(units("1000.27"));
        assertThat(act(RETURN)).contains(Reason.NOT_THERE);
    }
}
