package io.firebreak.lending.english;

import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_THERE;
import static io.firebreak.api.action.Reason.NOT_UNSAFE;
import static io.firebreak.api.action.Reason.TOO_SMALL;
import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.MKR;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an English auction says no to, and why; and what it lets pass by a hair. */
class EnglishRefusalsTest {
    private static final Call KICK = new Call.Kick(ALI, VAULT);
    private final Session session = session(Option.none(), Option.none());

    private static Session session(Option<Parcel> box, Option<Parcel> dust) {
        return new Session(new EnglishAuction(
                Ratio.of("0.03"),
                Duration.ofMinutes(10),
                Duration.ofDays(3),
                Option.some(new Parcel(MKR, 1)),
                Option.none(),
                Ratio.of("0.13"),
                box,
                dust));
    }

    private static Option<Parcel> dai(String whole) {
        return Option.some(new Parcel(DAI, units(whole)));
    }

    private static Reason refusal(Session session, Call call) {
        return session.model.answer(session.state, call, session.view).getLeft().reason();
    }

    @Test
    void anAccountThatOwesNothing() {
        session.view.loan(VAULT, units("10"), 0);
        assertThat(refusal(session, KICK)).isEqualTo(NOT_UNSAFE);
    }

    @Test
    void anAccountWithNothingToSell() {
        session.view.loan(VAULT, 0, units("1000"));
        assertThat(refusal(session, KICK)).isEqualTo(TOO_SMALL);
    }

    @Test
    void aLotThatIsNotAuctioned() {
        assertThat(refusal(session, new Call.Settle(ALI, new AccountId(100)))).isEqualTo(NOT_THERE);
    }

    @Test
    void aFullBox() {
        Session boxed = session(dai("1130"), Option.none());
        boxed.start(units("10"), units("1000"));
        boxed.view.loan(VAULT, units("10"), units("1000"));
        assertThat(refusal(boxed, KICK)).isEqualTo(LIMIT_REACHED);
    }

    @Test
    void roomOfExactlyTheDustIsEnough() {
        session(dai("113"), dai("113")).start(units("10"), units("1000"));
        Session full = session(dai("112"), dai("113"));
        full.view.loan(VAULT, units("10"), units("1000"));
        assertThat(refusal(full, KICK)).isEqualTo(LIMIT_REACHED);
    }

    @Test
    void aLotSizeOfAnotherCollateralBoundsNothing() {
        AccountId lot = session.start(units("10"), units("1000"));
        assertThat(session.state.open().get(lot).get().lot()).isEqualTo(units("10"));
    }
}
