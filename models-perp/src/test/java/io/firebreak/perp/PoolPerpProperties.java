package io.firebreak.perp;

import static io.firebreak.perp.Exchange.DOLLAR;
import static io.firebreak.perp.Exchange.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Quantity;
import io.firebreak.api.margin.Requirement;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PoolPerpProperties {
    private static final long POOL = 1_000_000 * DOLLAR;
    private static final long MARGIN = 10_000 * DOLLAR;

    /** The second notional is rounded the other way, so the pool may keep a unit. */
    @Property(tries = 300)
    void openingAndClosingAtOnePriceCostsTheFeesAndNothingElse(
            @ForAll @LongRange(min = -5_000_000_000L, max = 5_000_000_000L) long contracts,
            @ForAll @LongRange(min = 1, max = 90_000_000_000L) long milliprice) {
        Exchange exchange = Exchange.withPool(POOL);
        exchange.venue.price(milliprice / 1000 + "." + String.format("%03d", milliprice % 1000));
        exchange.deposit(MARGIN);
        Assume.that(exchange.trade(contracts).isRight());
        long size = exchange.position().size();
        assertThat(exchange.trade(-contracts).isRight()).isTrue();

        long fee = Exchange.model("5").positionFee().ofUp(size);
        assertThat(exchange.fees()).isEqualTo(2 * fee);
        assertThat(exchange.pooled()).isBetween(POOL, POOL + 1);
        assertThat(exchange.withdraw(Quantity.all()).get()).isBetween(MARGIN - 2 * fee - 1, MARGIN - 2 * fee);
    }

    @Property(tries = 300)
    void whatThePoolLosesATraderWins(
            @ForAll @LongRange(min = -20, max = 20) long contracts,
            @ForAll @LongRange(min = 500, max = 2000) long price,
            @ForAll @LongRange(min = 1, max = 20) long part,
            @ForAll @LongRange(min = 0, max = 1000) long hours) {
        Exchange exchange = Exchange.withPool(POOL);
        exchange.venue.price("1000");
        exchange.deposit(MARGIN);
        Assume.that(exchange.trade(contracts * Exchange.CONTRACT).isRight());
        exchange.venue.after(hours * 3_600_000).price(Long.toString(price));
        exchange.trade(-Long.signum(contracts) * Math.min(part, Math.abs(contracts)) * Exchange.CONTRACT);
        long held = exchange.position().margin();
        assertThat(held + exchange.pooled() + exchange.fees()).isEqualTo(MARGIN + POOL);
        assertThat(exchange.venue.balance(exchange.pool(), exchange.contract()))
                .isEqualTo(-exchange.position().contracts());
    }

    @Property(tries = 300)
    void noTradeOrWithdrawalLeavesAnUnsafePosition(
            @ForAll @LongRange(min = -600, max = 600) long contracts,
            @ForAll @LongRange(min = 0, max = 20_000) long dollars,
            @ForAll @LongRange(min = 900, max = 1100) long price) {
        Exchange exchange = Exchange.withPool(POOL);
        exchange.venue.price("1000");
        exchange.deposit(MARGIN);
        exchange.trade(contracts * Exchange.CONTRACT);
        exchange.venue.price(Long.toString(price));
        Assume.that(!unsafe(exchange));
        exchange.withdraw(Quantity.of(dollars * DOLLAR));
        assertThat(unsafe(exchange)).isFalse();
        exchange.trade(contracts * Exchange.CONTRACT);
        assertThat(unsafe(exchange)).isFalse();
    }

    private static boolean unsafe(Exchange exchange) {
        return exchange.venue
                .health(exchange.account(), Requirement.MAINTENANCE)
                .unsafe();
    }

    /** Whatever a liquidation paid, settling moves only what is there, and what is missing is the account's debt. */
    @Property(tries = 300)
    void settlingMovesNoMoreThanThereIs(
            @ForAll @LongRange(min = -50, max = 50) long contracts,
            @ForAll @LongRange(min = 0, max = 100_000) long dollars,
            @ForAll @LongRange(min = 0, max = 5000) long hours) {
        Assume.that(contracts != 0);
        Exchange exchange = Exchange.withPool(POOL);
        exchange.venue.price("1000");
        exchange.deposit(MARGIN);
        exchange.trade(contracts * Exchange.CONTRACT);
        long quote = exchange.position().quote();
        long margin = exchange.position().margin();
        exchange.venue.after(hours * 3_600_000);
        long money = (contracts > 0 ? dollars : -dollars) * DOLLAR;
        exchange.takeOver(contracts * Exchange.CONTRACT, money);

        Position after = exchange.position();
        assertThat(after.size()).isZero();
        assertThat(after.prepaid()).isZero();
        assertThat(after.quote()).isEqualTo(Math.min(0, margin + quote + money));
        assertThat(after.margin()).isBetween(0L, Math.max(0, margin + quote + money));
        assertThat(exchange.venue.balance(exchange.pool(), USDC) + after.margin() + exchange.fees())
                .isEqualTo(POOL + MARGIN);
    }
}
