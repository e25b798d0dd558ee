package io.firebreak.perp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers of GMX's own tests: {@code gmx-io/gmx-contracts}, {@code test/core/Vault/*.js}, commit {@code
 * fe55c4ba8911ae2378b50bfb9bece5ee50cf2af8} (MIT).
 *
 * <p>A dollar of theirs is a million of ours, fees included, so that twelve decimals of it show. A position is entered
 * through its contracts, which are whole billionths of a coin: what follows from them holds to 1e-9, what does not to a base
 * unit.
 *
 * <p>Cases outside the model, by rule: {@code dynamic_fee} (24 cases: GMX's swap pool of several tokens, which this exchange
 * has not); {@code min profit threshold} (no minimum profit: a trader keeps a small one); {@code buy price != mark} (one price
 * serves valuation and entry); {@code leverage} (a display figure); and the {@code pool} figures of the two liquidations (paid by GMX's pool to its liquidator: here the
 * liquidation model pays its taker).
 */
class GmxV1Vectors {
    private static final long SCALE = 1_000_000;
    private static final long DOLLAR = Exchange.DOLLAR * SCALE;

    private static Exchange withPool(String dollars) {
        return Exchange.withLiquidationFee("5000000", units(dollars));
    }

    /** Enters a position of that size, with that margin left after the fee. */
    private static Exchange enter(Exchange exchange, String size, String margin, String average, boolean isLong) {
        exchange.venue.price(average);
        exchange.deposit(units(margin) + fee(size));
        long contracts = contracts(size, average);
        assertThat(exchange.trade(isLong ? contracts : -contracts).isRight()).isTrue();
        return exchange;
    }

    private static long fee(String size) {
        return Exchange.model("5").positionFee().ofUp(units(size));
    }

    private static long units(String dollars) {
        return new BigDecimal(dollars)
                .multiply(BigDecimal.valueOf(DOLLAR))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static long contracts(String size, String price) {
        return new BigDecimal(size)
                .multiply(BigDecimal.valueOf(SCALE * Exchange.CONTRACT))
                .divide(new BigDecimal(price), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** Of the contracts and their money leg, at that price. */
    private static double profit(Exchange exchange, String price) {
        Position position = exchange.position();
        return new BigDecimal(position.contracts())
                .multiply(new BigDecimal(price))
                .movePointLeft(3)
                .add(new BigDecimal(position.quote()))
                .doubleValue();
    }

    private static void assertClose(double actual, String printed) {
        double wanted = new BigDecimal(new BigInteger(printed), 30)
                .multiply(BigDecimal.valueOf(DOLLAR))
                .doubleValue();
        assertThat(actual).isCloseTo(wanted, withinPercentage(1e-7));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "long 90 @41000 price 38700, 41000, 38700, true, -5048780487804878048780487804878, 1",
        "short 90 @40000 price(max) 41000, 40000, 41000, false, -2250000000000000000000000000000, 0",
        "short 90 @40000 price(max) 42500, 40000, 42500, false, -5625000000000000000000000000000, 1",
    })
    void liquidation(String name, String average, String price, boolean isLong, String delta, int state) {
        Exchange exchange = enter(withPool("1000"), "90", "9.91", average, isLong);
        exchange.venue.price(price);
        assertClose(profit(exchange, price), delta);
        Health health = exchange.venue.health(exchange.account(), Requirement.MAINTENANCE);
        assertThat(health.unsafe()).isEqualTo(state == 1);
        assertThat(health.assets()).as("equity is positive all the same").isPositive();
    }

    /** What the pool and the treasury are paid, in satoshi at 120,000, with 390 that GMX had charged before. */
    @ParameterizedTest(name = "after {0} days")
    @CsvSource({"200, 22634", "1000, 23648"})
    void longWithBorrowingFeesAboveItsCollateral(int days, long feeReserves) {
        Exchange exchange = enter(withPool("109.61"), "90", "9.91", "100000", true);
        long pooled = exchange.pooled();
        long fees = exchange.fees();
        exchange.venue.after(Duration.ofDays(days).toMillis()).price("120000");
        assertThat(exchange.venue
                        .health(exchange.account(), Requirement.MAINTENANCE)
                        .unsafe())
                .isTrue();

        long contracts = exchange.position().contracts();
        long profit = units("18");
        if (exchange.trade(-contracts).isLeft()) {
            // Margin and profit cannot pay the fees: a liquidation leaves the pool what there is.
            exchange.takeOver(contracts, units("108"));
        }
        assertThat(exchange.position().open()).isFalse();
        long paid = exchange.pooled() - pooled + profit + exchange.fees() - fees;
        assertThat(390 + satoshi(paid, "120000")).isEqualTo(feeReserves);
    }

    private static long satoshi(long units, String price) {
        return new BigDecimal(units)
                .movePointRight(8)
                .divide(BigDecimal.valueOf(DOLLAR))
                .divideToIntegralValue(new BigDecimal(price))
                .longValueExact();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "buy price == mark, 90, 41000, 45100, 10, 41376146788990825688073394495412844",
        "long 40000->30000 add 10, 90, 40000, 30000, 10, 38709677419354838709677419354838709",
        "ETH real numbers, 5050.322181222357947, 2521.45037536, 2373.23502539, 4746.47005078,"
                + " 2447397190894361457116367555285124",
    })
    void averagePrice(String name, String size, String average, String price, String added, String expected) {
        Exchange exchange = enter(withPool("100000"), size, size, average, true);
        exchange.venue.price(price);
        exchange.trade(contracts(added, price));
        Position position = exchange.position();
        assertClose((double) -position.quote() / position.contracts() * 1e3 * DOLLAR, expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ETH real numbers, 5050.322181222357947, 2521.45037536, 2373.23502539, true, -296866944860754376482796517102673",
        "delta short 700/39700*100, 100, 39700, 39000, false, 1763224181360201511335012594458",
    })
    void delta(String name, String size, String average, String price, boolean isLong, String expected) {
        Exchange exchange = enter(withPool("100000"), size, size, average, isLong);
        assertClose(profit(exchange, price), expected);
    }

    @Test
    void fundingRateOfOneInterval() {
        assertThat(Exchange.model("5").fundingRate(100_000, 257_046, 1)).isEqualTo(233);
    }

    @Test
    void fundingFee() {
        Position position = new Position(0, 0, 0, units("40"), 0);
        long fee = position.funding(new Decimal(233, 6));
        assertThat(fee).isEqualTo(units("0.00932"));
        assertThat(satoshi(fee, "47100")).isEqualTo(19);
    }
}
