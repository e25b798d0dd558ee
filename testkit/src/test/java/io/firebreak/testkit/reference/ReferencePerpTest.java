package io.firebreak.testkit.reference;

import static io.firebreak.testkit.world.OneVenue.VENUE;
import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.world.OneVenue;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Either;
import org.junit.jupiter.api.Test;

final class ReferencePerpTest {
    private static final long DOLLAR = 1_000_000;
    private static final long CONTRACT = 1_000_000_000;

    private final OneVenue<Nothing> exchange = new OneVenue<>(
                    new ReferencePerp(USD, Setting.ORACLE, Ratio.of("0.05"), Ratio.of("0.1")), ETH, USD)
            .price("2000");
    private final Asset contract = exchange.issued("contract");
    private final Asset quote = exchange.issued("quote");
    private final AccountId pool = exchange.own("pool");
    private final AccountId trader = exchange.wallet("trader");
    private final AccountId account = exchange.marginAccount(trader);

    private void begin(long poolDollars, long margin) {
        exchange.give(pool, USD, poolDollars * DOLLAR);
        exchange.give(trader, USD, margin * DOLLAR);
        exchange.act(trader, new Action.Deposit(VENUE, USD, Quantity.all())).get();
    }

    private Either<Rejection, Long> trade(long contracts) {
        return exchange.act(trader, new Action.Trade(VENUE, contract, contracts));
    }

    private Either<Rejection, Long> withdrawAll() {
        return exchange.act(trader, new Action.Withdraw(VENUE, USD, Quantity.all()));
    }

    @Test
    void aLongAndAShortAreContractsAndWhatTheyCost() {
        begin(100_000, 1000);
        trade(CONTRACT).get();
        assertThat(exchange.balance(account, contract)).isEqualTo(CONTRACT);
        assertThat(exchange.balance(account, quote)).isEqualTo(-2000 * DOLLAR);

        trade(-2 * CONTRACT).get();
        assertThat(exchange.balance(account, contract)).isEqualTo(-CONTRACT);
        assertThat(exchange.balance(account, quote)).isEqualTo(2000 * DOLLAR);
    }

    @Test
    void theCostIsRoundedAgainstTheTrader() {
        begin(100_000, 1000);
        exchange.price("1500");

        assertThat(trade(1).get()).isEqualTo(2);
        assertThat(trade(-1).get()).isEqualTo(1);
        assertThat(exchange.balance(account, USD)).isEqualTo(1000 * DOLLAR - 1);
    }

    @Test
    void whatIsWorthNothingIsNotSold() {
        begin(100_000, 1000);
        exchange.price("500");

        assertThat(trade(-1).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
    }

    @Test
    void aTradeMustLeaveInitialMarginToTheUnit() {
        begin(100_000, 1000);

        assertThat(trade(5 * CONTRACT + 1).getLeft().reason()).isEqualTo(Reason.UNSAFE_AFTERWARDS);
        assertThat(trade(5 * CONTRACT).isRight()).isTrue();
        assertThat(exchange.price("1894.74").book().isUnsafeNow(account.index()))
                .isFalse();
        assertThat(exchange.price("1894.73").book().isUnsafeNow(account.index()))
                .isTrue();
    }

    @Test
    void aCloseSettlesAProfitFromThePool() {
        begin(100_000, 1000);
        trade(CONTRACT).get();
        exchange.price("2500");
        trade(-CONTRACT).get();

        assertThat(exchange.balance(account, USD)).isEqualTo(1500 * DOLLAR);
        assertThat(exchange.balance(pool, USD)).isEqualTo(99_500 * DOLLAR);
        assertThat(exchange.balance(account, contract)).isZero();
        assertThat(exchange.balance(account, quote)).isZero();
    }

    @Test
    void aCloseSettlesALossFromTheMargin() {
        begin(100_000, 1000);
        trade(-CONTRACT).get();
        exchange.price("2500");
        trade(CONTRACT).get();

        assertThat(exchange.balance(account, USD)).isEqualTo(500 * DOLLAR);
        assertThat(exchange.balance(pool, USD)).isEqualTo(100_500 * DOLLAR);
        assertThat(exchange.balance(account, quote)).isZero();
        assertThat(withdrawAll().get()).isEqualTo(500 * DOLLAR);
    }

    @Test
    void unrealisedProfitCannotBeWithdrawn() {
        begin(100_000, 1000);
        trade(CONTRACT).get();
        exchange.price("4000");

        assertThat(exchange.act(trader, new Action.Withdraw(VENUE, USD, Quantity.of(1000 * DOLLAR + 1)))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void whatThePoolCannotPayStaysDueUntilItCan() {
        begin(2000, 1000);
        trade(CONTRACT).get();
        exchange.price("5000");
        trade(-CONTRACT).get();
        assertThat(exchange.balance(account, USD)).isEqualTo(3000 * DOLLAR);
        assertThat(exchange.balance(account, quote)).isEqualTo(1000 * DOLLAR);

        exchange.give(pool, USD, 5000 * DOLLAR);
        assertThat(withdrawAll().get()).isEqualTo(4000 * DOLLAR);
        assertThat(exchange.balance(account, quote)).isZero();
    }

    @Test
    void noTradeLeavesThePoolWithMoreThanItHolds() {
        begin(5000, 10_000);

        assertThat(trade(3 * CONTRACT).getLeft().reason()).isEqualTo(Reason.LIMIT_REACHED);
        trade(-2 * CONTRACT).get();
        assertThat(trade(4 * CONTRACT).isRight())
                .as("it comes closer to nothing")
                .isTrue();
    }

    @Test
    void anOpenPositionIsNotSettled() {
        begin(100_000, 1000);
        trade(CONTRACT).get();

        assertThat(new ReferencePerp(USD, Setting.ORACLE, Ratio.of("0.05"), Ratio.of("0.1")).settle(account, exchange))
                .isEmpty();
    }

    @Test
    void aPenaltyInTheMoneyLegBecomesCollateral() {
        begin(100_000, 1000);
        exchange.post(new Posting(pool, exchange.treasury(), quote, 7));
        exchange.after(1000);

        assertThat(exchange.balance(exchange.treasury(), USD)).isEqualTo(7);
        assertThat(exchange.balance(exchange.treasury(), quote)).isZero();
    }
}
