package io.firebreak.lending.english;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.BOB;
import static io.firebreak.lending.FakeVenueView.DAI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.SELF;
import static io.firebreak.lending.FakeVenueView.TREASURY;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Ask;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Invitation;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnglishAuctionTest {
    private static final long TEN_MINUTES = Duration.ofMinutes(10).toMillis();
    private static final long THREE_DAYS = Duration.ofDays(3).toMillis();
    private final Session session = new Session(new EnglishAuction(
            Ratio.of("0.03"),
            Duration.ofMinutes(10),
            Duration.ofDays(3),
            Option.some(new Parcel(ETH, units("50"))),
            Option.none(),
            Ratio.of("0.13"),
            Option.none(),
            Option.none()));

    @Test
    void kickSeizesOneLotWithItsShareOfTheDebt() {
        AccountId lot = session.start(units("120"), units("12000"));
        assertThat(session.view.balance(lot, ETH)).isEqualTo(units("50"));
        assertThat(session.view.balance(lot, DAI)).isEqualTo(-units("5000"));
        assertThat(session.state.tabs().of(DAI)).isEqualTo(units("5650"));
        assertThat(session.view.balance(VAULT, ETH)).isEqualTo(units("70"));
        assertThat(session.view.balance(VAULT, DAI)).isEqualTo(-units("7000"));
    }

    @Test
    void aHealthyAccountCannotBeKicked() {
        session.view.healthy().loan(VAULT, units("10"), units("10"));
        assertThat(session.ask(new Call.Kick(ALI, VAULT))).isFalse();
    }

    @Test
    void everyUnsafeAccountInvitesAKick() {
        session.view.loan(VAULT, units("10"), units("1000"));
        session.rule(VAULT);
        assertThat(session.view.invitation(VAULT).map(Invitation::step)).contains(Invitation.Step.KICK);
    }

    @Test
    void aBidOfZeroWinsALotThatNobodyElseWants() {
        AccountId lot = session.start(units("50"), units("5000"));
        assertThat(session.ask(session.view.bid(ALI, lot, 0, units("50")))).isTrue();
        session.view.at(601);
        session.rule();
        assertThat(session.view.invitation(lot).map(Invitation::step)).contains(Invitation.Step.SETTLE);
        assertThat(session.ask(new Call.Settle(BOB, lot))).isTrue();
        assertThat(session.view.balance(ALI, ETH)).isEqualTo(units("50"));
        assertThat(session.view.shortfall()).isEqualTo(units("5000"));
        assertThat(session.state).isEqualTo(Auctions.NONE);
    }

    @Test
    void whatABidExceedsTheDebtByIsPenalty() {
        AccountId lot = session.start(units("50"), units("5000"));
        assertThat(session.ask(session.view.bid(ALI, lot, units("5650"), units("50"))))
                .isTrue();
        assertThat(session.ask(session.view.bid(BOB, lot, units("5650"), units("40"))))
                .isTrue();
        assertThat(session.view.balance(VAULT, ETH)).isEqualTo(units("10"));
        session.view.at(601);
        assertThat(session.ask(new Call.Settle(BOB, lot))).isTrue();
        assertThat(session.view.balance(TREASURY, DAI)).isEqualTo(units("650"));
        assertThat(session.view.balance(BOB, ETH)).isEqualTo(units("40"));
        assertThat(session.view.balance(SELF, DAI)).isZero();
        assertThat(session.view.shortfall()).isZero();
    }

    @Test
    void theAskNamesTheNextBidAndTheLeader() {
        AccountId lot = session.start(units("50"), units("5000"));
        assertThat(session.view.offer(lot).get().ask())
                .isEqualTo(new Ask.BestBid(0, units("5650"), units("50"), Option.none(), THREE_DAYS));
        session.ask(session.view.bid(ALI, lot, units("1000"), units("50")));
        assertThat(session.view.offer(lot).get().ask())
                .isEqualTo(new Ask.BestBid(units("1030"), units("5650"), units("50"), Option.some(ALI), TEN_MINUTES));
        session.ask(session.view.bid(BOB, lot, units("5650"), units("50")));
        assertThat(session.view.offer(lot).get().ask())
                .isEqualTo(
                        new Ask.BestBid(units("5650"), units("5650"), 48_543_689_320L, Option.some(BOB), TEN_MINUTES));
    }

    @Test
    void anAuctionWithoutABidInvitesARestart() {
        AccountId lot = session.start(units("50"), units("5000"));
        session.view.at(3 * 24 * 3600 + 1);
        session.rule();
        assertThat(session.view.invitation(lot).map(Invitation::step)).contains(Invitation.Step.RESTART);
        assertThat(session.view.offer(lot)).isEmpty();
        assertThat(session.ask(new Call.Restart(BOB, lot))).isTrue();
        assertThat(session.view.offer(lot)).isNotEmpty();
    }

    @Test
    void aFirstBidOfZeroMustBeBeaten() {
        AccountId lot = session.start(units("50"), units("5000"));
        session.ask(session.view.bid(ALI, lot, 0, units("50")));
        assertThat(session.ask(session.view.bid(BOB, lot, 0, units("50")))).isFalse();
        assertThat(session.ask(session.view.bid(BOB, lot, 1, units("50")))).isTrue();
    }

    @Test
    void noBidExceedsTheTab() {
        AccountId lot = session.start(units("50"), units("5000"));
        assertThat(session.ask(session.view.bid(ALI, lot, units("5650") + 1, units("50"))))
                .isFalse();
    }

    @Test
    void onceTheTabIsBidTheLotShrinksByAStepButNotToNothing() {
        AccountId lot = session.start(units("50"), units("5000"));
        session.ask(session.view.bid(ALI, lot, units("5650"), units("50")));
        assertThat(session.ask(session.view.bid(BOB, lot, units("5650"), 48_543_689_321L)))
                .isFalse();
        assertThat(session.ask(session.view.bid(BOB, lot, units("5650"), 0))).isFalse();
        assertThat(session.ask(session.view.bid(BOB, lot, units("5650"), 48_543_689_320L)))
                .isTrue();
    }

    @Test
    void withoutAStepTheLotStillShrinksByAUnit() {
        assertThat(Auction.shrunk(10, Ratio.ZERO)).isEqualTo(9);
    }

    @Test
    void atItsLastMillisecondAnAuctionIsNotYetOver() {
        Bidding bidding = Bidding.until(1000);
        assertThat(bidding.over(1000)).isFalse();
        assertThat(bidding.over(1001)).isTrue();
    }

    @Test
    void anAuctionWakesOnceItIsOverAndNotBefore() {
        AccountId lot = session.start(units("50"), units("5000"));
        Order wake = new Order.WakeAt(lot, 600_001);
        Call bid = session.view.bid(ALI, lot, 0, units("50"));
        assertThat(session.model.answer(session.state, bid, session.view).get().orders())
                .contains(wake);
        session.ask(bid);
        session.view.atMillis(600_000);
        session.rule();
        assertThat(session.view.invitation(lot)).isEmpty();
        session.view.atMillis(600_001);
        session.rule();
        assertThat(session.view.invitation(lot).map(Invitation::step)).contains(Invitation.Step.SETTLE);
    }

    @Test
    void inTheMillisecondInWhichBidsAreNoLongerTakenNothingIsOnOffer() {
        AccountId lot = session.start(units("50"), units("5000"));
        session.ask(session.view.bid(ALI, lot, 0, units("50")));
        session.view.atMillis(599_999);
        assertThat(session.view.offer(lot)).isNotEmpty();
        session.view.atMillis(600_000);
        assertThat(session.view.offer(lot)).isEmpty();
    }

    @Test
    void whereThereIsNothingToSellNobodyIsInvited() {
        session.view.loan(VAULT, units("10"), 0);
        session.rule(VAULT);
        assertThat(session.view.invitation(VAULT)).isEmpty();
    }

    @Test
    void whoIsSafeAgainCanNoLongerBeKicked() {
        session.view.loan(VAULT, units("10"), units("1000"));
        session.rule(VAULT);
        session.view.carryOut(
                session.model.rule(session.state, session.view.cured(VAULT)).orders());
        assertThat(session.view.invitation(VAULT)).isEmpty();
    }
}
