package io.firebreak.lending.dutch;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.LOAN;
import static io.firebreak.lending.FakeVenueView.TREASURY;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Result CL1: collateral 40, debt 100, price 4, penalty 10 %, buf 1.25: tab 110, lot 40, top 5 (Maker dss clip.t.sol). */
class DutchAuctionTest {
    private final Session session = session(Option.none());

    private static Session session(Option<Parcel> hole) {
        return new Session(
                Session.clip(Ratio.of("1.25"), Ratio.of("0.1"), units("3"), Ratio.of("0.02"), units("20"), hole));
    }

    private void kick() {
        session.view.loan(VAULT, units("40"), units("100"));
        assertThat(session.ask(new Call.Kick(BOB, VAULT)).isRight()).isTrue();
    }

    @Test
    void aKickSellsTheAccountAndRewardsTheKeeper() {
        kick();
        Sale sale = session.state.open().get(Session.LOT).get();
        assertThat(sale.tab()).isEqualTo(units("110"));
        assertThat(sale.top()).isEqualTo(Decimal.of(5));
        assertThat(session.lot()).isEqualTo(units("40"));
        assertThat(session.view.balance(BOB, DAI)).isEqualTo(units("1000005.2"));
    }

    @Test
    void moreThanTheTabNeedsIsNotSold() {
        kick();
        assertThat(session.take(ALI, units("25")).isRight()).isTrue();
        assertThat(session.view.balance(ALI, ETH)).isEqualTo(units("22"));
        assertThat(session.view.balance(ALI, DAI)).isEqualTo(units("999890"));
        assertThat(session.view.balance(VAULT, ETH)).isEqualTo(units("18"));
        assertThat(session.view.balance(TREASURY, DAI))
                .as("the penalty less the reward")
                .isEqualTo(units("4.8"));
        assertThat(session.state).isEqualTo(Sales.NONE);
    }

    @Test
    void aPartIsSoldAtTheSamePrice() {
        kick();
        session.take(ALI, units("11"));
        assertThat(session.tab()).isEqualTo(units("55"));
        assertThat(session.lot()).isEqualTo(units("29"));
        assertThat(session.view.balance(Session.LOT, DAI)).isEqualTo(-units("45"));
        assertThat(session.state.tabs().of(DAI)).isEqualTo(units("55"));
    }

    @Test
    void aTakerMayNameOnlyWhatItPays() {
        kick();
        session.ask(session.view.bid(ALI, Session.LOT, units("55"), 0));
        assertThat(session.view.balance(ALI, ETH)).isEqualTo(units("11"));
    }

    @Test
    void noTakerReceivesMoreThanItNamed() {
        session.sale(1_000, 10, Decimal.of("0.4"));
        session.take(ALI, 24);
        assertThat(session.view.balance(ALI, ETH)).as("the tab would buy 25").isEqualTo(24);
        assertThat(session.view.balance(ALI, DAI)).isEqualTo(units("1000000") - 10);
    }

    @Test
    void aBidOfTheWholeTabTakesItThoughRoundingLeavesAUnit() {
        session.sale(1_000, 10, Decimal.of(3));
        assertThat(session.ask(session.view.bid(ALI, Session.LOT, 10, 0)).isRight())
                .as("3 units cost 9, and one unit of tab would be dust")
                .isTrue();
        assertThat(session.view.balance(ALI, ETH)).isEqualTo(3);
        assertThat(session.view.balance(ALI, DAI)).isEqualTo(units("1000000") - 10);
        assertThat(session.state).isEqualTo(Sales.NONE);
    }

    @Test
    void aSaleWhoseTabBuysNothingEndsWhereItWouldBeRestarted() {
        session.sale(1_000, 2, Decimal.of(3));
        session.view.at(3601);
        assertThat(session.ask(new Call.Restart(BOB, Session.LOT)).isRight()).isTrue();
        assertThat(session.state).isEqualTo(Sales.NONE);
    }

    @Test
    void aTakeThatLeavesExactlyTheLeastTabIsNotClipped() {
        session.sale(units("1000"), units("22") + 10, Decimal.of("0.4"));
        session.take(ALI, 24);
        assertThat(session.view.balance(ALI, ETH)).as("clipped, it would be 25").isEqualTo(24);
        assertThat(session.tab()).isEqualTo(units("22"));
    }

    @Test
    void aTakeThatWouldLeaveDustIsClipped() {
        kick();
        session.take(ALI, units("18"));
        assertThat(session.view.balance(ALI, ETH)).isEqualTo(units("17.6"));
        assertThat(session.tab()).isEqualTo(units("22"));
        assertThat(session.take(ALI, units("1")).isLeft()).isTrue();
        assertThat(session.take(ALI, units("30")).isRight()).isTrue();
    }

    @Test
    void aLotSoldForLessThanItsDebtLeavesAShortfall() {
        kick();
        session.view.at(69);
        session.take(ALI, units("40"));
        assertThat(session.view.balance(ALI, DAI)).isEqualTo(units("999900.03259402"));
        assertThat(session.view.shortfall()).isEqualTo(units("0.03259402"));
    }

    @Test
    void nothingIsSoldAboveTheTakersLimit() {
        kick();
        assertThat(session.ask(session.view.bid(ALI, Session.LOT, units("4.9"), units("1")))
                        .isLeft())
                .isTrue();
        assertThat(session.ask(session.view.bid(ALI, Session.LOT, units("5"), units("1")))
                        .isRight())
                .isTrue();
    }

    @Test
    void aSaleThatFellTooFarInvitesARestart() {
        kick();
        session.view.at(119);
        session.rule();
        assertThat(session.view.invitation(Session.LOT)).isEmpty();
        session.view.at(120).price(ETH, "3");
        assertThat(session.take(ALI, units("1")).isLeft()).isTrue();
        session.rule();
        Invitation invitation = session.view.invitation(Session.LOT).get();
        assertThat(invitation.step()).isEqualTo(Invitation.Step.RESTART);
        assertThat(invitation.reward()).isEqualTo(units("5.2"));
        assertThat(session.ask(new Call.Restart(BOB, Session.LOT)).isRight()).isTrue();
        assertThat(session.view.offer(Session.LOT).get().price().toDouble()).isEqualTo(3.75);
    }

    @Test
    void aRestartIsRewardedDownToTheLeastTabAndWorth() {
        session.view.price(ETH, "2");
        session.sale(units("11"), units("22"), Decimal.of(5));
        session.view.at(120);
        assertThat(restartReward()).isEqualTo(units("3.44"));
        session.view.price(ETH, "1.999999999");
        assertThat(restartReward()).as("the lot is worth less than 22 DAI").isZero();
        session.view.price(ETH, "200");
        session.state = session.state.put(Session.LOT, new Sale(LOAN, units("22") - 1, Decimal.of(5), 0));
        assertThat(restartReward()).as("the tab is below 22 DAI").isZero();
    }

    private long restartReward() {
        session.view.carryOut(
                session.model.rule(session.state, session.view.due(Session.LOT)).orders());
        return session.view.invitation(Session.LOT).get().reward();
    }

    @Test
    void aSaleThatIsNotDueYetSleepsOn() {
        kick();
        assertThat(session.model
                        .rule(session.state, session.view.due(Session.LOT))
                        .orders())
                .containsExactly(new Order.WakeAt(Session.LOT, 120_000));
    }

    @Test
    void withoutARewardNothingIsPaidForAKick() {
        session.model = Session.clip(Ratio.of("1.25"), Ratio.of("0.1"), 0, Ratio.ZERO, units("20"), Option.none());
        session.view.loan(VAULT, units("40"), units("100"));
        assertThat(session.ask(new Call.Kick(BOB, VAULT)).get().orders()).noneMatch(Order.Reward.class::isInstance);
    }

    @Test
    void whoIsSafeAgainCanNoLongerBeKicked() {
        session.view.loan(VAULT, units("40"), units("100"));
        session.rule(VAULT);
        assertThat(session.view.invitation(VAULT)).isNotEmpty();
        session.view.carryOut(
                session.model.rule(session.state, session.view.cured(VAULT)).orders());
        assertThat(session.view.invitation(VAULT)).isEmpty();
    }

    @Test
    void aRestOfExactlyTheDustLimitMayStay() {
        Session limited = session(Option.some(new Parcel(DAI, units("88"))));
        limited.view.loan(VAULT, units("40"), units("100"));
        limited.ask(new Call.Kick(BOB, VAULT));
        assertThat(limited.tab()).isEqualTo(units("88"));
        assertThat(limited.view.balance(VAULT, DAI)).isEqualTo(-units("20"));
    }

    @Test
    void aRestOneUnitBelowTheDustLimitIsSoldToo() {
        Session limited = session(Option.some(new Parcel(DAI, units("88"))));
        limited.view.loan(VAULT, units("40"), units("100") - 1);
        limited.ask(new Call.Kick(BOB, VAULT));
        assertThat(limited.tab()).isEqualTo(units("110") - 2);
        assertThat(limited.view.balance(VAULT, DAI)).isZero();
    }

    @Test
    void aPartOfExactlyTheDustLimitMayBeSold() {
        Session limited = session(Option.some(new Parcel(DAI, units("22"))));
        limited.view.loan(VAULT, units("40"), units("100"));
        limited.ask(new Call.Kick(BOB, VAULT));
        assertThat(limited.tab()).isEqualTo(units("22"));
    }

    @Test
    void anAccountThatOwesLessThanTheDustLimitIsSoldAsAWhole() {
        session.view.loan(VAULT, units("4"), units("10"));
        session.ask(new Call.Kick(BOB, VAULT));
        assertThat(session.tab()).isEqualTo(units("11"));
    }

    @Test
    void theLinearPriceIsHalfOfTheTopInHalfTheTime() {
        Linear curve = new Linear(Duration.ofHours(1));
        assertThat(curve.price(Decimal.of(5), 1_800_000)).isEqualTo(Decimal.of("2.5"));
        assertThat(curve.price(Decimal.of(5), 3_600_000)).isEqualTo(Decimal.ZERO);
        assertThat(curve.price(Decimal.of(5), 3_601_000)).isEqualTo(Decimal.ZERO);
    }

    @Test
    void aPriceHoldsAsLongAsItSays() {
        assertHoldsUntil(180_000, new StairStep(Ratio.of("0.99"), Duration.ofSeconds(90)));
        assertHoldsUntil(101_000, new Exponential(Ratio.of("0.99")));
        assertHoldsUntil(101_000, new Linear(Duration.ofHours(1)));
    }

    private static void assertHoldsUntil(long until, Curve curve) {
        Decimal now = curve.price(Decimal.of(5), 100_500);
        assertThat(curve.holdsUntilMillis(100_500)).isEqualTo(until);
        assertThat(curve.price(Decimal.of(5), until - 1)).isEqualTo(now);
        assertThat(curve.price(Decimal.of(5), until)).isLessThan(now);
    }
}
