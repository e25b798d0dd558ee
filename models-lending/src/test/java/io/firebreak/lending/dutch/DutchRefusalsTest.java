package io.firebreak.lending.dutch;

import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_THERE;
import static io.firebreak.api.action.Reason.NOT_UNSAFE;
import static io.firebreak.api.action.Reason.NO_PRICE;
import static io.firebreak.api.action.Reason.TOO_SMALL;
import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What a Dutch auction says no to, and why. */
class DutchRefusalsTest {
    private static final Call KICK = new Call.Kick(BOB, VAULT);
    private static final Call RESTART = new Call.Restart(BOB, Session.LOT);

    private static Session session(long dust, Option<Parcel> hole) {
        return new Session(Session.clip(Ratio.of("1.25"), Ratio.of("0.1"), 0, Ratio.ZERO, dust, hole));
    }

    private static Session open() {
        return session(units("20"), Option.none());
    }

    private static Reason refusal(Session session, Call call) {
        return session.ask(call).getLeft().reason();
    }

    @Test
    void aHealthyAccount() {
        Session session = open();
        session.view.healthy().loan(VAULT, units("40"), units("100"));
        assertThat(refusal(session, KICK)).isEqualTo(NOT_UNSAFE);
    }

    @Test
    void anAccountThatOwesNothing() {
        Session session = open();
        session.view.loan(VAULT, units("40"), 0);
        assertThat(refusal(session, KICK)).isEqualTo(NOT_UNSAFE);
    }

    @Test
    void anAccountWithNothingToSell() {
        Session session = open();
        session.view.loan(VAULT, 0, units("100"));
        assertThat(refusal(session, KICK)).isEqualTo(TOO_SMALL);
    }

    @Test
    void aFullCeilingEvenForDust() {
        Session session = session(units("20"), Option.some(new Parcel(DAI, units("110"))));
        session.view.loan(VAULT, units("40"), units("100"));
        assertThat(session.ask(KICK).isRight()).isTrue();
        session.view.loan(VAULT, units("4"), units("10"));
        assertThat(refusal(session, KICK)).isEqualTo(LIMIT_REACHED);
    }

    @Test
    void aKickOrRestartWithoutAnOraclePrice() {
        Session session = open();
        session.view.withoutPrice(ETH).loan(VAULT, units("40"), units("100"));
        assertThat(refusal(session, KICK)).isEqualTo(NO_PRICE);
        session.sale(units("40"), units("110"), Decimal.of(5));
        session.view.at(120);
        assertThat(refusal(session, RESTART)).isEqualTo(NO_PRICE);
    }

    @Test
    void aLotThatIsNotOnSale() {
        assertThat(refusal(open(), RESTART)).isEqualTo(NOT_THERE);
    }

    @Test
    void aPartOfATabBelowTheLeast() {
        Session session = open();
        session.sale(units("40"), units("10"), Decimal.of(5));
        assertThat(refusal(session, session.view.bid(ALI, Session.LOT, units("5"), units("1"))))
                .isEqualTo(TOO_SMALL);
    }

    @Test
    void aTakeOfNothing() {
        Session session = session(0, Option.none());
        session.sale(units("40"), units("10"), Decimal.of(5));
        assertThat(refusal(session, session.view.bid(ALI, Session.LOT, 0, 0))).isEqualTo(TOO_SMALL);
    }
}
