package io.firebreak.perp;

import static io.firebreak.perp.Exchange.CONTRACT;
import static io.firebreak.perp.Exchange.DOLLAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Exposure;
import io.firebreak.api.margin.Requirement;
import io.firebreak.testkit.world.OneVenue;
import org.junit.jupiter.api.Test;

class PoolPerpTest {
    private static final long POOL = 1_000_000 * DOLLAR;

    private static Exchange funded() {
        return Exchange.withPool(POOL).deposit(1000 * DOLLAR);
    }

    private static Exchange at1000() {
        Exchange exchange = funded();
        exchange.venue.price("1000");
        return exchange;
    }

    @Test
    void aLongIsContractsAndAMoneyLegOwed() {
        Exchange exchange = at1000();
        assertThat(exchange.trade(5 * CONTRACT).get()).isEqualTo(995 * DOLLAR);
        Position position = exchange.position();
        assertThat(position).isEqualTo(new Position(995 * DOLLAR, 5 * CONTRACT, -5000 * DOLLAR, 5000 * DOLLAR, 0));
        assertThat(exchange.venue.exposure(exchange.account()).get())
                .isEqualTo(new Exposure(new Pair(exchange.contract(), exchange.quote()), false, 5 * CONTRACT));
    }

    @Test
    void aShortIsContractsOwedAndAMoneyLegDue() {
        Exchange exchange = at1000();
        exchange.trade(-5 * CONTRACT);
        assertThat(exchange.position().quote()).isEqualTo(5000 * DOLLAR);
        assertThat(exchange.venue.exposure(exchange.account()).get())
                .isEqualTo(new Exposure(new Pair(exchange.quote(), exchange.contract()), true, 5 * CONTRACT));
    }

    @Test
    void reducingSettlesItsShareOfTheProfit() {
        Exchange exchange = at1000();
        exchange.trade(5 * CONTRACT);
        exchange.venue.price("1100");
        exchange.trade(-2 * CONTRACT);
        assertThat(exchange.position())
                .isEqualTo(new Position(1193 * DOLLAR, 3 * CONTRACT, -3000 * DOLLAR, 3000 * DOLLAR, 0));
        assertThat(exchange.pooled()).isEqualTo(POOL - 200 * DOLLAR);
    }

    @Test
    void fundingAccruesInWholeIntervalsAndGoesToThePool() {
        Exchange exchange = at1000();
        exchange.trade(10 * CONTRACT);
        long pooled = exchange.pooled();
        exchange.venue.after(Exchange.INTERVAL.toMillis() - 1);
        exchange.venue.after(Exchange.INTERVAL.toMillis() * 10);
        // 600 · 10,000 · 1 ÷ 1,000,000, and ten times that
        long intervals = exchange.venue.state().counter() / 6;
        assertThat(intervals).isBetween(10L, 11L);
        exchange.trade(-10 * CONTRACT);
        assertThat(exchange.pooled() - pooled).isEqualTo(intervals * 60_000);
    }

    @Test
    void aPositionAddedToPaysFundingOnlyForItsTime() {
        Exchange exchange = at1000();
        exchange.trade(CONTRACT);
        exchange.venue.after(Exchange.INTERVAL.toMillis() * 100);
        exchange.trade(4 * CONTRACT);
        Position position = exchange.position();
        assertThat(position.funding(exchange.venue.mark("funding").get())).isZero();
        assertThat(position.prepaid()).isPositive();
    }

    @Test
    void aSmallPositionIsUnsafeWithPositiveEquityBecauseOfTheFixedFee() {
        Exchange exchange = Exchange.withPool(POOL).deposit(10 * DOLLAR);
        exchange.venue.price("1000");
        exchange.trade(CONTRACT / 100);
        exchange.venue.price("500");
        assertThat(unsafe(exchange)).as("equity 4.99").isTrue();
        exchange.venue.price("600");
        assertThat(unsafe(exchange)).as("equity 5.99").isFalse();
    }

    @Test
    void anUnrealisedProfitIsNoMargin() {
        Exchange exchange = at1000();
        exchange.trade(40 * CONTRACT);
        exchange.venue.price("2000");
        assertThat(exchange.withdraw(Quantity.of(500 * DOLLAR)).getLeft().reason())
                .isEqualTo(Reason.UNSAFE_AFTERWARDS);
        assertThat(exchange.withdraw(Quantity.of(100 * DOLLAR)).isRight()).isTrue();
    }

    @Test
    void refusesMoreThanThePoolBacks() {
        Exchange exchange = Exchange.withPool(4000 * DOLLAR).deposit(1000 * DOLLAR);
        exchange.venue.price("1000");
        assertThat(exchange.trade(5 * CONTRACT).getLeft().reason()).isEqualTo(Reason.LIMIT_REACHED);
        assertThat(exchange.trade(4 * CONTRACT).isRight()).isTrue();
        assertThat(exchange.trade(1).getLeft().reason()).isEqualTo(Reason.LIMIT_REACHED);
    }

    @Test
    void refusesWithAReason() {
        Exchange exchange = funded();
        assertThat(exchange.trade(CONTRACT).getLeft().reason()).isEqualTo(Reason.NO_PRICE);
        exchange.venue.price("1000");
        assertThat(exchange.trade(0).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(exchange.trade(49 * CONTRACT).getLeft().reason()).isEqualTo(Reason.UNSAFE_AFTERWARDS);
        exchange.trade(CONTRACT);
        assertThat(exchange.trade(-2 * CONTRACT).getLeft().reason()).isEqualTo(Reason.NOT_OFFERED);
        assertThat(exchange.venue
                        .act(exchange.trader, new Action.Repay(OneVenue.VENUE, Exchange.USDC, Quantity.all()))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.NOT_OFFERED);
    }

    @Test
    void refusesAnAmountBeyondCounting() {
        Exchange exchange = at1000();
        for (long contracts : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1}) {
            assertThat(exchange.trade(contracts).getLeft().reason()).isEqualTo(Reason.LIMIT_REACHED);
        }
    }

    @Test
    void aPenaltyInTheMoneyLegBecomesCollateralOfTheTreasury() {
        Exchange exchange = at1000();
        exchange.trade(10 * CONTRACT);
        long fees = exchange.fees();
        exchange.venue.post(new Posting(exchange.account(), exchange.venue.treasury(), exchange.quote(), 7 * DOLLAR));
        exchange.venue.after(1);
        assertThat(exchange.fees()).isEqualTo(fees + 7 * DOLLAR);
        assertThat(exchange.venue.balance(exchange.venue.treasury(), exchange.quote()))
                .isZero();
    }

    @Test
    void aShortfallStaysInTheMoneyLeg() {
        Exchange exchange = at1000();
        exchange.trade(40 * CONTRACT);
        exchange.venue.price("900");
        exchange.takeOver(40 * CONTRACT, 36_000 * DOLLAR);
        Position position = exchange.position();
        assertThat(position.margin()).isZero();
        assertThat(position.quote()).isEqualTo(-3040 * DOLLAR);
        assertThat(unsafe(exchange)).isTrue();
        assertThat(exchange.withdraw(Quantity.of(1)).isLeft()).isTrue();
    }

    @Test
    void contractsTakenOverCountAtTheirPresentValue() {
        Exchange exchange = at1000();
        exchange.trade(20 * CONTRACT);
        exchange.takeOver(20 * CONTRACT, 20_000 * DOLLAR);
        assertThat(exchange.venue
                        .health(exchange.venue.marginAccount(exchange.venue.wallet("taker")), Requirement.MAINTENANCE)
                        .debts())
                .isEqualTo(400 * DOLLAR);
    }

    private static boolean unsafe(Exchange exchange) {
        return exchange.venue
                .health(exchange.account(), Requirement.MAINTENANCE)
                .unsafe();
    }
}
