package io.firebreak.amm.soft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.control.Either;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loan of Curve's numbers, 10 ETH against 20,000 at a price of 3,000, on the ledger. */
class SoftLiquidationTest {
    private static final Asset ETH = new Asset(0, "ETH", 9);
    private static final Asset USD = new Asset(1, "USD", 6);
    private static final long ETHER = 1_000_000_000L;
    private static final long DOLLAR = 1_000_000L;
    private static final long HOUR = 3_600_000L;

    private final OneVenue<SoftState> venue = new OneVenue<>(
            new SoftLiquidation(
                    ETH,
                    USD,
                    new OracleRef("eth"),
                    Decimal.of(3000),
                    100,
                    80,
                    10,
                    Ratio.of("0.01"),
                    Ratio.of("0.06"),
                    Ratio.of("0.09"),
                    Rate.perYear("0")),
            ETH,
            USD);
    private final AccountId owner = venue.wallet("owner");
    private final AccountId account = venue.marginAccount(owner);
    private final AccountId trader = venue.wallet("trader");

    @BeforeEach
    void borrow() {
        venue.price("3000").give(owner, ETH, 20 * ETHER).after(HOUR);
        assertThat(act(owner, new Action.Deposit(OneVenue.VENUE, ETH, Quantity.of(10 * ETHER))))
                .isRight();
        assertThat(act(owner, new Action.Borrow(OneVenue.VENUE, USD, Quantity.of(20_000 * DOLLAR))))
                .isRight();
    }

    private static Outcome assertThat(Either<Rejection, Long> result) {
        return new Outcome(result);
    }

    private record Outcome(Either<Rejection, Long> result) {
        void isRight() {
            org.assertj.core.api.Assertions.assertThat(result.isRight())
                    .as(result.toString())
                    .isTrue();
        }

        void isRefusedFor(Reason reason) {
            org.assertj.core.api.Assertions.assertThat(result.getLeft().reason())
                    .isEqualTo(reason);
        }
    }

    private static org.assertj.core.api.AbstractDoubleAssert<?> assertThat(double value) {
        return org.assertj.core.api.Assertions.assertThat(value);
    }

    private static org.assertj.core.api.AbstractLongAssert<?> assertThat(long value) {
        return org.assertj.core.api.Assertions.assertThat(value);
    }

    private Either<Rejection, Long> act(AccountId sender, Action.AtVenue action) {
        return venue.act(sender, action);
    }

    private long claims(int n) {
        return venue.balance(account, venue.issued("band-" + n));
    }

    private double health() {
        var health = venue.health(account, Requirement.MAINTENANCE);
        return (double) health.assets() / health.debts() - 1;
    }

    /** The oracle shows a price, an hour passes, and a trader trades the bands to where they pay no better. */
    private void passes(String price) {
        venue.price(price).after(HOUR);
    }

    private void buys(long dollars) {
        venue.give(trader, ETH, 0);
        if (venue.balance(trader, USD) < dollars) {
            // What circulates is what was borrowed.
            venue.post(new io.firebreak.api.ledger.Posting(owner, trader, USD, dollars));
        }
        assertThat(act(trader, new Action.Swap(OneVenue.VENUE, USD, Quantity.of(dollars), ETH, 0)))
                .isRight();
    }

    @Test
    void theLoanLiesInTheBandsThatItsDebtAsksFor() {
        assertThat(claims(25)).isZero();
        assertThat(claims(26)).isEqualTo(ETHER);
        assertThat(claims(35)).isEqualTo(ETHER);
        assertThat(claims(36)).isZero();
        assertThat(health()).isCloseTo(0.032978028877, within(1e-6));
    }

    @Test
    void theMoreIsBorrowedTheHigherItLies() {
        assertThat(act(owner, new Action.Borrow(OneVenue.VENUE, USD, Quantity.of(5_000 * DOLLAR))))
                .isRight();
        assertThat(claims(3)).isEqualTo(ETHER);
        assertThat(claims(12)).isEqualTo(ETHER);
        assertThat(health()).isCloseTo(0.041289755154, within(1e-6));
        assertThat(act(owner, new Action.Borrow(OneVenue.VENUE, USD, Quantity.of(1_000 * DOLLAR))))
                .isRefusedFor(Reason.LIMIT_REACHED);
    }

    @Test
    void repaymentMovesItDown() {
        assertThat(act(owner, new Action.Repay(OneVenue.VENUE, USD, Quantity.of(5_000 * DOLLAR))))
                .isRight();
        assertThat(claims(26)).isZero();
        assertThat(claims(54)).isEqualTo(ETHER);
    }

    /** As the price falls through a band somebody buys what lies there; the loan stays as healthy as it was. */
    @Test
    void fallingPricesTurnCollateralIntoMoney() {
        passes("2250");
        buys(6_000 * DOLLAR);
        assertThat(venue.balance(trader, ETH)).isBetween(2 * ETHER, 3 * ETHER);
        assertThat(health()).isCloseTo(0.033, within(0.02));
        Parcel money = redemption(26).get(1);
        org.assertj.core.api.Assertions.assertThat(money.asset()).isEqualTo(USD);
        assertThat(money.units()).isPositive();
    }

    private io.vavr.collection.Seq<Parcel> redemption(int n) {
        SoftLiquidation model = new SoftLiquidation(
                ETH,
                USD,
                new OracleRef("eth"),
                Decimal.of(3000),
                100,
                80,
                10,
                Ratio.of("0.01"),
                Ratio.of("0.06"),
                Ratio.of("0.09"),
                Rate.perYear("0"));
        return model.redemption(venue.state(), venue.issued("band-" + n), claims(n), venue);
    }

    @Test
    void risingPricesTurnItBack() {
        passes("2250");
        buys(6_000 * DOLLAR);
        long bought = venue.balance(trader, ETH);
        passes("2330");
        assertThat(act(trader, new Action.Swap(OneVenue.VENUE, ETH, Quantity.of(bought), USD, 0)))
                .isRight();
        // Whoever trades there twice has paid for it.
        assertThat(venue.balance(trader, USD)).isGreaterThan(6_000 * DOLLAR - 400 * DOLLAR);
        assertThat(redemption(30).get(0).units()).isGreaterThan(ETHER - ETHER / 50);
    }

    @Test
    void whileBandsAreSoldTheLoanCanOnlyBeRepaid() {
        passes("2250");
        buys(3_000 * DOLLAR);
        assertThat(act(owner, new Action.Deposit(OneVenue.VENUE, ETH, Quantity.of(ETHER))))
                .isRefusedFor(Reason.LIMIT_REACHED);
        assertThat(act(owner, new Action.Borrow(OneVenue.VENUE, USD, Quantity.of(DOLLAR))))
                .isRefusedFor(Reason.LIMIT_REACHED);
        long before = claims(28);
        assertThat(act(owner, new Action.Repay(OneVenue.VENUE, USD, Quantity.of(1_000 * DOLLAR))))
                .isRight();
        assertThat(claims(28)).isEqualTo(before);
        assertThat(-venue.holding(account, USD)).isEqualTo(19_000 * DOLLAR);
    }

    /** A gap that nobody trades through takes the health though nothing was sold. */
    @Test
    void aGapLeavesTheLoanToHardLiquidation() {
        passes("1700");
        org.assertj.core.api.Assertions.assertThat(
                        venue.health(account, Requirement.MAINTENANCE).unsafe())
                .isTrue();
        assertThat(claims(26)).isEqualTo(ETHER);
    }

    @Test
    void claimsAreRedeemedForTheirPartOfBothAssets() {
        assertThat(act(owner, new Action.Repay(OneVenue.VENUE, USD, Quantity.all())))
                .isRight();
        assertThat(-venue.holding(account, USD)).isZero();
        assertThat(act(owner, new Action.Withdraw(OneVenue.VENUE, venue.issued("band-70"), Quantity.all())))
                .isRight();
        long before = venue.balance(owner, ETH);
        assertThat(act(owner, new Action.Redeem(OneVenue.VENUE, venue.issued("band-70"), Quantity.all())))
                .isRight();
        assertThat(venue.balance(owner, ETH) - before).isEqualTo(ETHER);
        assertThat(act(owner, new Action.Withdraw(OneVenue.VENUE, ETH, Quantity.all())))
                .isRight();
        assertThat(venue.balance(owner, ETH)).isEqualTo(20 * ETHER);
        assertThat(venue.balance(venue.own("bands"), ETH)).isZero();
    }

    @Test
    void aSwapTakesNoMoreThanTheBandsCanUse() {
        venue.post(new io.firebreak.api.ledger.Posting(owner, trader, USD, 20_000 * DOLLAR));
        passes("2000");
        long held = venue.balance(trader, USD);
        assertThat(act(trader, new Action.Swap(OneVenue.VENUE, USD, Quantity.all(), ETH, 0)))
                .isRight();
        assertThat(venue.balance(trader, ETH)).isEqualTo(10 * ETHER);
        assertThat(venue.balance(trader, USD)).isBetween(1L, held);
    }
}
