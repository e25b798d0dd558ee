package io.firebreak.lending.cover;

import static io.firebreak.testkit.world.OneVenue.VENUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.FakeVenueView;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Nexus Mutual: cover ÷ 4.8 is required, moves by no more than 5 % a day, and nobody redeems below it. Cover of 480,000,
 * which asks for 100,000.
 */
class CoverPoolTest {
    private static final Asset USD = new Asset(0, "USD", 6);
    private static final Duration DAY = Duration.ofDays(1);
    private OneVenue<CoverPool.Requirement> venue = venue(Option.none());
    private AccountId alice = venue.wallet("alice");

    private static CoverPool pool(Option<Parcel> atStart) {
        return new CoverPool(
                new VenueRef("maker"),
                new Parcel(USD, 480_000),
                Decimal.of("4.8"),
                Ratio.of("0.05"),
                atStart,
                Option.some(Rate.perYear("0.0365")));
    }

    private static OneVenue<CoverPool.Requirement> venue(Option<Parcel> atStart) {
        OneVenue<CoverPool.Requirement> venue = new OneVenue<>(pool(atStart), USD);
        venue.give(venue.wallet("alice"), USD, 1_000_000_000).after(1000);
        return venue;
    }

    private void requiredAtStart(long units) {
        venue = venue(Option.some(new Parcel(USD, units)));
        alice = venue.wallet("alice");
    }

    private Either<Rejection, Long> provide(long units) {
        return venue.act(alice, new Action.Provide(VENUE, List.of(Quantity.of(units))));
    }

    /** A thousand shares are bought with a base unit at first. */
    private Either<Rejection, Long> redeem(long thousands) {
        return venue.act(alice, new Action.Redeem(VENUE, venue.issued("share"), Quantity.of(thousands * 1000)));
    }

    private long required() {
        return pool(Option.none()).required(venue.state(), venue.block().timeMillis());
    }

    @Test
    void theCoverByItsGearingMustStay() {
        provide(120_000).get();
        assertThat(redeem(20_001).getLeft().reason()).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(redeem(20_000).get()).isEqualTo(20_000);
        assertThat(redeem(1).getLeft().reason()).isEqualTo(Reason.LIMIT_REACHED);
    }

    @Test
    void whatIsRequiredRisesByFivePerCentADay() {
        requiredAtStart(80_000);
        long[] days = {84_000, 88_200, 92_610, 97_240, 100_000, 100_000};
        for (long day : days) {
            venue.after(DAY.toMillis());
            assertThat(required()).isEqualTo(day);
        }
    }

    @Test
    void andFallsByAsMuch() {
        requiredAtStart(120_000);
        long[] days = {114_000, 108_300, 102_885, 100_000};
        for (long day : days) {
            venue.after(DAY.toMillis());
            assertThat(required()).isEqualTo(day);
        }
    }

    @Test
    void howOftenTheVenueIsAskedMakesNoDifference() {
        requiredAtStart(80_000);
        for (int hour = 0; hour < 24; hour++) {
            venue.after(DAY.toMillis() / 24);
        }
        assertThat(required()).isEqualTo(84_000);
        venue.after(DAY.toMillis() / 2);
        assertThat(required()).isEqualTo(86_100);
    }

    @Test
    void daysMayPassAtOnce() {
        requiredAtStart(80_000);
        venue.after(2 * DAY.toMillis());
        assertThat(required()).isEqualTo(88_200);
    }

    /** 3.65 % a year of 480,000 are 48 a day. */
    @Test
    void theCapitalEarnsThePremiumsUntilTheyHaveRunOut() {
        provide(120_000).get();
        venue.give(venue.own("premiums"), USD, 100);
        for (int minute = 0; minute < 24 * 60; minute++) {
            venue.after(60_000);
        }
        assertThat(venue.balance(venue.own("capital"), USD)).isBetween(120_047L, 120_048L);
        venue.after(DAY.toMillis()).after(DAY.toMillis());
        assertThat(venue.balance(venue.own("capital"), USD)).isEqualTo(120_100);
        assertThat(redeem(10_000).get()).as("a twelfth of it").isEqualTo(10_008);
    }

    @Test
    void afterAClaimNobodyRedeemsUntilThereIsEnoughAgain() {
        provide(120_000).get();
        venue.post(new Posting(venue.own("capital"), venue.outside(), USD, 60_000));
        assertThat(redeem(1000).getLeft().reason()).isEqualTo(Reason.LIMIT_REACHED);
        long bought = provide(60_000).get();
        assertThat(bought).as("at what is left").isBetween(119_990_000L, 120_000_000L);
        assertThat(redeem(30_000).get()).as("half of it was lost").isEqualTo(15_000);
    }

    @Test
    void whatLiesThereBeforeTheFirstMemberIsTheTreasurys() {
        venue.give(venue.own("capital"), USD, 500_000).after(1000);
        assertThat(venue.balance(venue.treasury(), venue.issued("share"))).isEqualTo(500_000_000);
        assertThat(provide(100_000).get()).isEqualTo(100_000_000);
    }

    @Test
    void refusalsSayWhy() {
        assertThat(provide(2_000_000_000).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(provide(0).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(redeem(0).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(venue.act(alice, new Action.Deposit(VENUE, USD, Quantity.of(1)))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.NOT_OFFERED);
    }

    @Test
    void aShareRedeemsForItsPart() {
        provide(120_000).get();
        CoverPool pool = pool(Option.none());
        assertThat(pool.redemption(venue.state(), venue.issued("share"), 30_000_000, venue))
                .containsExactly(new Parcel(USD, 30_000));
        assertThat(pool.redemption(venue.state(), USD, 30_000, venue)).isEmpty();
    }

    @Test
    void coverPaysUpToWhatWasBoughtAndToTheCapital() {
        Cover cover = new Cover(new Parcel(FakeVenueView.DAI, 100));
        FakeVenueView view = new FakeVenueView().coveredByPool().give(FakeVenueView.POOL, FakeVenueView.DAI, 90);
        Bearing<Long> first = cover.bear(cover.initial(), missing(60), view);
        assertThat(first).isEqualTo(new Bearing<>(60L, Outcome.BORNE, first.reversed()));
        Bearing<Long> second = cover.bear(first.state(), missing(60), view);
        assertThat(second.state()).as("40 are left of the cover").isEqualTo(100);
        assertThat(second.outcome()).isEqualTo(Outcome.EXHAUSTED);
        Bearing<Long> poor = cover.bear(0L, missing(100), view);
        assertThat(poor.state()).isEqualTo(90);
        assertThat(cover.paysFrom()).isEqualTo(LossModel.Purse.COVER);
    }

    private static Shortfall missing(long units) {
        return new Shortfall(new Parcel(FakeVenueView.DAI, units), FakeVenueView.VAULT, List.empty());
    }

    @Test
    void withoutAPoolOrInAnotherAssetNothingIsCovered() {
        Cover other = new Cover(new Parcel(FakeVenueView.MKR, 100));
        FakeVenueView view = new FakeVenueView().give(FakeVenueView.POOL, FakeVenueView.DAI, 90);
        assertThat(other.bear(0L, missing(1), view.coveredByPool())).isEqualTo(Bearing.of(0L, Outcome.EXHAUSTED));
        Cover cover = new Cover(new Parcel(FakeVenueView.DAI, 100));
        assertThat(cover.bear(0L, missing(1), new FakeVenueView())).isEqualTo(Bearing.of(0L, Outcome.EXHAUSTED));
    }
}
