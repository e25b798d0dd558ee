package io.firebreak.lending.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class PooledLendingTest {
    private static final Asset ETH = new Asset(0, "ETH", 9);
    private static final Asset USD = new Asset(1, "USD", 6);
    private static final long ETHER = 1_000_000_000L;
    private static final long DOLLAR = 1_000_000L;

    private final PooledLending venue =
            new PooledLending(USD, List.of(market(ETH, Option.some(new OracleRef("eth"))), market(USD, Option.none())));
    private final OneVenue<Vector<Accrual>> there = new OneVenue<>(venue, ETH, USD);
    private final AccountId ali = there.wallet("ali");
    private final AccountId bob = there.wallet("bob");

    PooledLendingTest() {
        there.give(ali, ETH, 10 * ETHER).give(bob, USD, 10_000 * DOLLAR);
        there.after(0).price("2000");
        ok(there.act(bob, new Action.Deposit(OneVenue.VENUE, USD, Quantity.of(10_000 * DOLLAR))));
        ok(there.act(ali, new Action.Deposit(OneVenue.VENUE, ETH, Quantity.of(10 * ETHER))));
        there.after(0).price("2000");
    }

    private static Market market(Asset asset, Option<OracleRef> oracle) {
        return new Market(
                asset,
                oracle,
                Ratio.of("0.8"),
                Ratio.of("0.825"),
                new InterestRate.Kinked(Ratio.of("0.1"), Ratio.ZERO, Ratio.ZERO, Ratio.of("0.9")),
                Ratio.of("0.2"),
                Option.some(new Parcel(asset, 20_000 * ETHER)),
                Option.some(new Parcel(asset, 9_000 * DOLLAR)));
    }

    private static long ok(Either<Rejection, Long> answer) {
        assertThat(answer.isRight()).as(answer.toString()).isTrue();
        return answer.get();
    }

    private static Reason refused(Either<Rejection, Long> answer) {
        assertThat(answer.isLeft()).as(answer.toString()).isTrue();
        return answer.getLeft().reason();
    }

    private Either<Rejection, Long> borrow(long dollars) {
        return there.act(ali, new Action.Borrow(OneVenue.VENUE, USD, Quantity.of(dollars * DOLLAR)));
    }

    @Test
    void aDepositIsAClaimInTheMarginAccount() {
        assertThat(there.holdings(there.marginAccount(ali)))
                .containsExactly(new Parcel(there.issued("ETH"), 10 * ETHER));
        assertThat(there.health(there.marginAccount(ali), Requirement.INITIAL).assets())
                .isEqualTo(16_000 * DOLLAR);
    }

    @Test
    void lendsNoMoreThanIsAtHandOrUnderTheCap() {
        assertThat(refused(borrow(9_001))).isEqualTo(Reason.LIMIT_REACHED);
        ok(borrow(9_000));
        assertThat(refused(there.act(bob, new Action.Withdraw(OneVenue.VENUE, USD, Quantity.all()))))
                .isEqualTo(Reason.INSUFFICIENT_FUNDS);
        ok(there.act(bob, new Action.Withdraw(OneVenue.VENUE, USD, Quantity.of(1_000 * DOLLAR))));
    }

    /** 10 % on 5,000 USD for a year: a fifth of it is the treasury's, the rest bob's. */
    @Test
    void interestGoesToLendersAndTreasury() {
        ok(borrow(5_000));
        there.after(Rate.YEAR_MILLIS).price("2000");
        assertThat(there.holding(there.marginAccount(ali), USD)).isEqualTo(-5_500 * DOLLAR);
        assertThat(there.balance(there.treasury(), USD)).isEqualTo(100 * DOLLAR);
        assertThat(there.mark("USD").get().toDouble()).isBetween(1.039999, 1.04);
        assertThat(venue.redemption(there.state(), there.issued("USD"), 10_000 * DOLLAR, there)
                        .head()
                        .units())
                // a thousand base units of the account are nobody's, and so is their interest
                .isBetween(10_400 * DOLLAR - 41, 10_400 * DOLLAR);
    }

    @Test
    void whoRepaysAllOwesNothing() {
        ok(borrow(5_000));
        there.after(Rate.YEAR_MILLIS).price("2000").give(ali, USD, 1_000 * DOLLAR);
        assertThat(ok(there.act(ali, new Action.Repay(OneVenue.VENUE, USD, Quantity.all()))))
                .isEqualTo(5_500 * DOLLAR);
        assertThat(there.holding(there.marginAccount(ali), USD)).isZero();
    }

    @Test
    void aClaimLeavesForTheWalletAndRedeemsThere() {
        Asset claim = there.issued("ETH");
        ok(there.act(ali, new Action.Withdraw(OneVenue.VENUE, claim, Quantity.of(4 * ETHER))));
        assertThat(there.balance(ali, claim)).isEqualTo(4 * ETHER);
        ok(there.act(ali, new Action.Redeem(OneVenue.VENUE, claim, Quantity.of(ETHER))));
        assertThat(there.balance(ali, ETH)).isEqualTo(ETHER);
        ok(there.act(ali, new Action.Deposit(OneVenue.VENUE, claim, Quantity.all())));
        assertThat(there.balance(there.marginAccount(ali), claim)).isEqualTo(9 * ETHER);
    }

    /** Whoever gives to the lenders' account before anybody has deposited gains nothing: a thousandth at most is his. */
    @Test
    void aFirstDepositorCannotTakeFromTheSecond() {
        OneVenue<Vector<Accrual>> empty = new OneVenue<>(venue, ETH, USD);
        AccountId thief = empty.wallet("thief");
        AccountId victim = empty.wallet("victim");
        empty.give(thief, USD, 10_001 * DOLLAR).give(victim, USD, 10_000 * DOLLAR);
        empty.after(0).price("2000");
        ok(empty.act(thief, new Action.Deposit(OneVenue.VENUE, USD, Quantity.of(1))));
        empty.post(new Posting(thief, empty.own("USD-supply"), USD, 10_000 * DOLLAR));
        ok(empty.act(victim, new Action.Deposit(OneVenue.VENUE, USD, Quantity.all())));
        AccountId account = empty.marginAccount(victim);
        long has = venue.redemption(
                        empty.state(), empty.issued("USD"), empty.balance(account, empty.issued("USD")), empty)
                .head()
                .units();
        assertThat(has).isGreaterThan(9_980 * DOLLAR);
        long thiefs = venue.redemption(empty.state(), empty.issued("USD"), 1, empty)
                .head()
                .units();
        assertThat(thiefs).isLessThan(25 * DOLLAR);
    }

    @Test
    void whatIsMissingAndMayBeTheLendersLossIsNotRedeemed() {
        there.post(new Posting(there.own("shortfall"), there.wallet("robber"), USD, 1_000 * DOLLAR));
        assertThat(venue.redemption(there.state(), there.issued("USD"), 10_000 * DOLLAR, there)
                        .head()
                        .units())
                .isBetween(9_000 * DOLLAR, 9_001 * DOLLAR);
    }

    @Test
    void aPriceOfAClaimFollowsWhatItRedeemsFor() {
        ok(borrow(5_000));
        there.after(Rate.YEAR_MILLIS).price("2000");
        Decimal price = there.book().price(there.issued("USD")).get();
        assertThat(price.toDouble()).isEqualTo(there.mark("USD").get().toDouble(), within(1e-13));
    }
}
