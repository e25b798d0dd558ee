package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.OneVenue.VENUE;
import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.testkit.world.OneVenue;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

final class ReferenceLoanTest {
    private static final long DOLLAR = 1_000_000;
    private static final long ETHER = 1_000_000_000;
    private static final long YEAR = Rate.YEAR_MILLIS;

    private final ReferenceLoan loan =
            new ReferenceLoan(ETH, USD, Setting.ORACLE, Ratio.of("0.8"), Ratio.of("0.75"), Rate.perYear("0.05"));
    private final OneVenue<ReferenceLoan.Accrual> market = new OneVenue<>(loan, ETH, USD, Setting.BTC, Setting.WETH)
            .price("2000")
            .after(0);
    private final AccountId alice = market.wallet("alice");
    private final AccountId mallory = market.wallet("mallory");

    private OneVenue<ReferenceLoan.Accrual> supplied(long dollars) {
        market.give(alice, USD, dollars * DOLLAR);
        market.act(alice, provide(Quantity.all())).get();
        return market;
    }

    private void borrow(AccountId who, long ether, long units) {
        market.give(who, ETH, ether * ETHER);
        market.act(who, new Action.Deposit(VENUE, ETH, Quantity.all())).get();
        market.act(who, draw(units)).get();
    }

    private static Action.AtVenue provide(Quantity quantity) {
        return new Action.Provide(VENUE, List.of(quantity));
    }

    private Action.AtVenue redeem(Quantity quantity) {
        return new Action.Redeem(VENUE, market.issued("supply"), quantity);
    }

    private static Action.AtVenue draw(long units) {
        return new Action.Borrow(VENUE, USD, Quantity.of(units));
    }

    private void give(AccountId from, String own, long units) {
        market.post(new Posting(from, market.own(own), USD, units));
    }

    @Test
    void lendsWhatLiesIdleAndNoMore() {
        supplied(1000);
        borrow(mallory, 10, 600 * DOLLAR);

        assertThat(loan.supplied(market)).isEqualTo(1000 * DOLLAR);
        assertThat(loan.borrowed(market)).isEqualTo(600 * DOLLAR);
        assertThat(loan.idle(market)).isEqualTo(400 * DOLLAR);
        assertThat(market.act(mallory, draw(400 * DOLLAR + 1)).getLeft().reason())
                .isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(market.act(mallory, draw(400 * DOLLAR)).get()).isEqualTo(400 * DOLLAR);
        assertThat(market.act(alice, redeem(Quantity.all())).getLeft().reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void putsNoMoneyIntoTheWorld() {
        supplied(1000);
        borrow(mallory, 10, 600 * DOLLAR);
        market.after(YEAR);

        long outside = -market.balance(market.outside(), USD);
        long wallets = market.balance(alice, USD) + market.balance(mallory, USD);
        assertThat(wallets + loan.idle(market)).isEqualTo(outside);
        assertThat(market.held(USD)).isEqualTo(loan.idle(market));
    }

    @Test
    void doesNotPayOutAGiftToItsBadDebt() {
        supplied(1000);
        market.give(mallory, USD, 1000 * DOLLAR);
        give(mallory, "bad-debt", 1000 * DOLLAR);

        assertThat(loan.supplied(market)).isEqualTo(1000 * DOLLAR);
        assertThat(market.act(alice, redeem(Quantity.all())).get()).isLessThanOrEqualTo(1000 * DOLLAR);
    }

    @Test
    void lendsUpToMaxLtvToTheUnit() {
        supplied(10_000);
        market.give(mallory, ETH, ETHER);
        market.act(mallory, new Action.Deposit(VENUE, ETH, Quantity.all())).get();

        assertThat(market.act(mallory, draw(1500 * DOLLAR + 1)).getLeft().reason())
                .isEqualTo(Reason.UNSAFE_AFTERWARDS);
        assertThat(market.act(mallory, draw(1500 * DOLLAR)).isRight()).isTrue();
    }

    @Test
    void isUnsafeBelowItsThreshold() {
        supplied(10_000);
        borrow(mallory, 1, 1500 * DOLLAR);
        int account = market.marginAccount(mallory).index();

        assertThat(market.price("1875").book().isUnsafeNow(account)).isFalse();
        assertThat(market.price("1874.99").book().isUnsafeNow(account)).isTrue();
    }

    @Test
    void interestIsTheSuppliers() {
        supplied(1000);
        borrow(mallory, 10, 600 * DOLLAR);
        market.after(YEAR);

        assertThat(loan.borrowed(market)).isEqualTo(630 * DOLLAR);
        assertThat(loan.supplied(market)).isEqualTo(1030 * DOLLAR);
        assertThat(market.holding(market.marginAccount(mallory), USD)).isEqualTo(-630 * DOLLAR);
        assertThat(loan.idle(market)).isEqualTo(400 * DOLLAR);
    }

    @Test
    void interestOfLessThanAUnitIsNotForgotten() {
        supplied(1000);
        borrow(mallory, 10, DOLLAR);
        for (int hour = 0; hour < 365 * 24; hour++) {
            market.after(YEAR / (365 * 24));
        }

        assertThat(loan.borrowed(market)).isBetween(DOLLAR * 105 / 100 - 1, DOLLAR * 105 / 100);
    }

    @Test
    void drawingRoundsSharesUpAndRepayingDown() {
        supplied(1000);
        borrow(alice, 10, 7);
        market.after(YEAR * 10);
        borrow(mallory, 10, 3);

        assertThat(market.holding(market.marginAccount(mallory), USD)).isLessThanOrEqualTo(-3);
        market.give(mallory, USD, DOLLAR);
        long owed = -market.holding(market.marginAccount(mallory), USD);
        market.act(mallory, new Action.Repay(VENUE, USD, Quantity.of(1))).get();
        assertThat(market.holding(market.marginAccount(mallory), USD)).isLessThanOrEqualTo(1 - owed);
        market.act(mallory, new Action.Repay(VENUE, USD, Quantity.all())).get();
        assertThat(market.balance(market.marginAccount(mallory), market.issued("debt")))
                .isZero();
    }

    @Test
    void supplyingAndRedeemingGainsNothing() {
        supplied(1000);
        borrow(mallory, 10, 600 * DOLLAR);
        market.after(YEAR / 7);
        AccountId bob = market.wallet("bob");
        market.give(bob, USD, 12_345_678);

        market.act(bob, provide(Quantity.all())).get();
        market.act(bob, redeem(Quantity.all())).get();

        assertThat(market.balance(bob, USD)).isBetween(12_345_676L, 12_345_678L);
    }

    @Test
    void aGiftThatRobsTheNextSupplierCostsTheGiverAHundredTimesAsMuch() {
        long fortune = 1_000_000 * DOLLAR;
        market.give(mallory, USD, fortune);
        market.act(mallory, provide(Quantity.of(1))).get();
        give(mallory, "reserve", fortune - 1);
        supplied(1000);
        market.act(mallory, redeem(Quantity.all())).get();
        market.act(alice, redeem(Quantity.all())).get();

        long robbed = 1000 * DOLLAR - market.balance(alice, USD);
        long paid = fortune - market.balance(mallory, USD);
        assertThat(robbed).isPositive();
        assertThat(paid).isGreaterThan(100 * robbed);
    }

    @Test
    void aGiftBeforeTheFirstSupplierIsTheTreasurys() {
        market.give(mallory, USD, 1000 * DOLLAR);
        give(mallory, "reserve", 1000 * DOLLAR);
        market.after(1000);
        supplied(1000);
        market.act(alice, redeem(Quantity.all())).get();

        assertThat(market.balance(market.treasury(), market.issued("supply"))).isPositive();
        assertThat(market.balance(alice, USD)).isBetween(1000 * DOLLAR - 1, 1000 * DOLLAR);
    }

    @Test
    void whatNobodyBoreLowersTheShares() {
        supplied(1000);
        borrow(mallory, 10, 600 * DOLLAR);
        market.post(new Posting(market.own("bad-debt"), market.own("debt-pool"), USD, 200 * DOLLAR));

        assertThat(loan.supplied(market)).isEqualTo(800 * DOLLAR);
        assertThat(loan.idle(market)).isEqualTo(400 * DOLLAR);
        long half = market.balance(alice, market.issued("supply")) / 2;
        assertThat(market.act(alice, redeem(Quantity.of(half))).get()).isBetween(400 * DOLLAR - 1, 400 * DOLLAR);
    }

    @Test
    void aGiftThatPaysAllDebtsOffLeavesNobodyWithTheNextOnes() {
        supplied(10_000);
        borrow(mallory, 10, 600 * DOLLAR);
        market.give(alice, USD, 600 * DOLLAR);
        give(alice, "debt-pool", 600 * DOLLAR);
        AccountId bob = market.wallet("bob");
        borrow(bob, 1, 1000);

        assertThat(market.holding(market.marginAccount(mallory), USD)).isBetween(-1L, 0L);
        assertThat(market.holding(market.marginAccount(bob), USD)).isBetween(-1000L, -999L);
    }

    @Test
    void aGiftOfMoreThanAllDebtsOwesNobody() {
        supplied(10_000);
        borrow(mallory, 10, 600 * DOLLAR);
        market.give(alice, USD, 601 * DOLLAR);
        give(alice, "debt-pool", 601 * DOLLAR);

        assertThat(loan.borrowed(market)).isZero();
        assertThat(market.holding(market.marginAccount(mallory), USD)).isZero();
        assertThat(market.book().isUnsafeNow(market.marginAccount(mallory).index()))
                .isFalse();
        assertThat(loan.idle(market)).isEqualTo(10_001 * DOLLAR);
    }
}
