package io.firebreak.amm.concentrated;

import static io.firebreak.amm.concentrated.Pool.A;
import static io.firebreak.amm.concentrated.Pool.B;
import static io.firebreak.amm.concentrated.Pool.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ConcentratedLiquidityTest {
    private static final PriceRange NARROW = PriceRange.of("0.9", "1.1");
    private static final PriceRange BELOW = PriceRange.of("0.8", "0.9");
    private static final PriceRange ABOVE = PriceRange.of("1.1", "1.3");

    /** Uniswap v3 white paper, 2: the same tokens trade as if there were 1 ÷ (1 − (pa÷pb)^¼) times as many. */
    @Test
    void aNarrowRangeIsSoManyTimesAsDeep() {
        Pool wide = Pool.of().seeded(1000 * UNIT, 1000 * UNIT);
        // From tick −960 to 960.
        Pool narrow = Pool.of(PriceRange.of("0.909", "1.1")).seeded(1000 * UNIT, 1000 * UNIT);
        double deeper = narrow.venue.state().curve().liquidity().doubleValue()
                / wide.venue.state().curve().liquidity().doubleValue();
        assertThat(deeper).isCloseTo(1 / (1 - StrictMath.pow(1.0001, -480)), within(1e-6));
        AccountId trader = narrow.wallet("trader", UNIT, 0);
        AccountId other = wide.wallet("trader", UNIT, 0);
        assertThat(narrow.swap(trader, A, UNIT).get())
                .isGreaterThan(wide.swap(other, A, UNIT).get());
    }

    @Test
    void whatTheScenarioSeedsIsSpreadByWeightAndBelongsToTheTreasury() {
        PriceRange thrice = new PriceRange(NARROW.lower(), NARROW.upper(), 3);
        Pool pool = Pool.of(thrice, PriceRange.FULL).seeded(1000 * UNIT, 1000 * UNIT);
        Vector<Position> positions = pool.venue.state().positions();
        assertThat(positions.get(0).liquidity().doubleValue()
                        / positions.get(1).liquidity().doubleValue())
                .isCloseTo(3, within(1e-9));
        assertThat(pool.venue.balance(pool.venue.treasury(), pool.shares(1))).isPositive();
        assertThat(pool.venue.balance(pool.venue.treasury(), pool.shares(2))).isPositive();
        long there = pool.reserve(B) + pool.venue.balance(pool.venue.treasury(), B);
        assertThat(there).as("nothing is lost").isEqualTo(1000 * UNIT);
        assertThat(pool.venue.balance(pool.venue.own("locked"), pool.shares(1))).isEqualTo(1000);
    }

    @Test
    void aRangeBesideThePriceTakesOneAssetOnly() {
        Pool pool = Pool.of(NARROW, BELOW, ABOVE).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId provider = pool.wallet("provider", 10 * UNIT, 10 * UNIT);
        assertThat(pool.provide(provider, 2, 10 * UNIT, 10 * UNIT).isRight()).isTrue();
        assertThat(pool.venue.balance(provider, A)).as("below: b only").isEqualTo(10 * UNIT);
        assertThat(pool.venue.balance(provider, B)).isLessThan(10);
        assertThat(pool.provide(provider, 3, 10 * UNIT, 0).isRight()).isTrue();
        assertThat(pool.venue.balance(provider, A)).as("above: a only").isLessThan(10);
    }

    @Test
    void aRangeThatThePriceWentThroughIsTheOtherAsset() {
        Pool pool = Pool.of(NARROW, BELOW, ABOVE).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId provider = pool.wallet("provider", 0, 100 * UNIT);
        pool.provide(provider, 2, 0, 100 * UNIT);
        pool.swap(pool.wallet("trader", 100_000 * UNIT, 0), A, 100_000 * UNIT);
        pool.redeemAll(provider, 2);
        assertThat(pool.venue.balance(provider, B)).as("what was not taken").isLessThan(10);
        // Sold at the geometric mean of the range, and paid the fee besides.
        double mean = StrictMath.sqrt(0.8 * 0.9);
        assertThat((double) pool.venue.balance(provider, A) / (100 * UNIT)).isCloseTo(1 / mean / 0.997, within(0.005));
    }

    @Test
    void tradesStopWhereLiquidityEndsAndTakeOnlyWhatTheyUsed() {
        Pool pool = Pool.of(NARROW).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId trader = pool.wallet("trader", 100_000 * UNIT, 1000 * UNIT);
        long out = pool.swap(trader, A, 100_000 * UNIT).get();
        assertThat(pool.venue.balance(trader, A)).isGreaterThan(98_000 * UNIT);
        assertThat(out).isBetween(999 * UNIT, 1000 * UNIT);
        assertThat(pool.price()).isCloseTo(0.9, within(0.003));
        assertThat(pool.swap(trader, A, UNIT).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        double end = pool.price();
        assertThat(pool.swap(trader, B, UNIT).isRight())
                .as("the way back is open")
                .isTrue();
        assertThat(pool.price()).isGreaterThan(end);
    }

    @Test
    void tradesCrossAGapWithoutLiquidity() {
        Pool pool = Pool.of(NARROW, PriceRange.of("0.5", "0.6")).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId trader = pool.wallet("trader", 100_000 * UNIT, 0);
        pool.swap(trader, A, 100_000 * UNIT);
        assertThat(pool.price()).isCloseTo(0.5, within(0.003));
    }

    @Test
    void feesGoToTheLiquidityAroundThePriceOnly() {
        Pool pool = Pool.of(NARROW, BELOW).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId trader = pool.wallet("trader", 10 * UNIT, 0);
        pool.swap(trader, A, 10 * UNIT);
        Vector<Position> positions = pool.venue.state().positions();
        Curve curve = pool.venue.state().curve();
        assertThat(positions.get(0).counting(curve).owed().a().doubleValue()).isCloseTo(0.003 * 10 * UNIT, within(2.0));
        assertThat(positions.get(1).counting(curve).owed()).isEqualTo(Fees.NONE);
    }

    /** Who joins pays for the fees that lie there, and gets them back with the shares. */
    @Test
    void feesEarnedBeforeAreNotGivenToWhoJoinsAfter() {
        Pool pool = Pool.of(NARROW).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId trader = pool.wallet("trader", 0, 100 * UNIT);
        pool.swap(trader, B, 100 * UNIT);
        AccountId provider = pool.wallet("provider", 1000 * UNIT, 1000 * UNIT);
        pool.provide(provider, 1, 1000 * UNIT, 1000 * UNIT);
        pool.redeemAll(provider, 1);
        assertThat(pool.venue.balance(provider, A)).isBetween(1000 * UNIT - 10, 1000 * UNIT);
        assertThat(pool.venue.balance(provider, B)).isBetween(1000 * UNIT - 10, 1000 * UNIT);
    }

    @Test
    void shareAndRedemptionAreInProportion() {
        Pool pool = Pool.of(NARROW, BELOW).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId provider = pool.wallet("provider", 100 * UNIT, 100 * UNIT);
        long shares = pool.provide(provider, 1, 100 * UNIT, 100 * UNIT).get();
        Vector<Parcel> promised = Pool.model(NARROW, BELOW)
                .redemption(pool.venue.state(), pool.shares(1), shares, pool.venue)
                .toVector();
        long a = pool.venue.balance(provider, A);
        pool.redeemAll(provider, 1);
        assertThat(pool.venue.balance(provider, A) - a)
                .isBetween(promised.get(0).units() - 2, promised.get(0).units());
        assertThat(Pool.model(NARROW, BELOW).redemption(pool.venue.state(), A, 1, pool.venue))
                .as("no claim of the pool")
                .isEmpty();
    }

    @Test
    void aFlashLoanPaysItsFeeToTheProviders() {
        Pool pool = Pool.of(NARROW).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId borrower = pool.wallet("borrower", 3 * UNIT, 0);
        assertThat(pool.venue
                        .act(borrower, new Action.FlashBorrow(OneVenue.VENUE, A, Quantity.of(500 * UNIT)))
                        .get())
                .isEqualTo(500 * UNIT);
        assertThat(pool.venue.atEnd()).isNotEmpty();
        assertThat(pool.swap(borrower, A, UNIT).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(pool.venue
                        .act(borrower, new Action.FlashReturn(OneVenue.VENUE, A))
                        .get())
                .isEqualTo(501_500_000_000L);
        assertThat(pool.venue.atEnd()).isEmpty();
        Position position = pool.venue
                .state()
                .positions()
                .head()
                .counting(pool.venue.state().curve());
        assertThat(position.owed().a().doubleValue()).isCloseTo(1.5 * UNIT, within(2.0));
    }

    @Test
    void refusesWhatItCannotDo() {
        Pool pool = Pool.of(NARROW, BELOW).seeded(1000 * UNIT, 1000 * UNIT);
        AccountId somebody = pool.wallet("somebody", UNIT, UNIT);
        assertThat(pool.swap(somebody, A, 2 * UNIT).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(pool.provide(somebody, 1, 0, UNIT).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(pool.provide(somebody, 1, 2 * UNIT, 0).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(pool.redeemAll(somebody, 1).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(pool.venue
                        .act(somebody, new Action.Redeem(OneVenue.VENUE, A, Quantity.all()))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.NOT_OFFERED);
    }

    @Test
    void namesWhatCannotBeAPool() {
        assertThatThrownBy(() -> Pool.model(PriceRange.of("1", "1.001")))
                .hasMessageContaining("narrower than the tick spacing of 60");
        assertThatThrownBy(() -> Pool.model(NARROW, PriceRange.of("0.9001", "1.1")))
                .hasMessageContaining("the same ticks");
        assertThatThrownBy(() ->
                        new ConcentratedLiquidity(A, B, Ratio.of("0.0000001"), 60, Decimal.ONE, Vector.empty(), 1000))
                .hasMessageContaining("at most six decimals");
        assertThatThrownBy(
                        () -> new ConcentratedLiquidity(A, A, Ratio.of("0.003"), 60, Decimal.ONE, Vector.empty(), 1000))
                .hasMessageContaining("two different assets");
    }

    @Test
    void statesThePriceInWholeUnits() {
        Asset ether = new Asset(0, "ETH", 9);
        Asset dollar = new Asset(1, "USD", 6);
        ConcentratedLiquidity model =
                new ConcentratedLiquidity(ether, dollar, Ratio.of("0.003"), 60, Decimal.of(2000), Vector.empty(), 1000);
        OneVenue<ConcentratedLiquidity.State> venue = new OneVenue<>(model, ether, dollar);
        Option<Double> price = model.price(venue.state(), ether, dollar, venue);
        assertThat(price.get()).isCloseTo(2000, within(1e-9));
        assertThat(model.price(venue.state(), dollar, ether, venue).get()).isCloseTo(0.0005, within(1e-15));
        assertThat(model.price(venue.state(), dollar, dollar, venue)).isEmpty();
    }
}
