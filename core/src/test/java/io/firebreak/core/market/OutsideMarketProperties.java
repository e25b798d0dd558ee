package io.firebreak.core.market;

import static io.firebreak.core.price.Times.file;
import static io.firebreak.core.price.Times.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.price.FixedPath;
import io.firebreak.core.price.Times;
import io.vavr.control.Option;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class OutsideMarketProperties {
    private static final Asset ETH = new Asset(0, "ETH", 9);
    private static final double DEPTH = 4e6;
    private static final long MINUTE = 60_000;

    @Property
    void twoHalvesAreTheWhole(
            @ForAll @DoubleRange(min = 0, max = 1e6) double whole, @ForAll @DoubleRange(max = 1) double part) {
        OutsideMarket once = open(ImpactMode.GROSS, DEPTH);
        OutsideMarket twice = open(ImpactMode.GROSS, DEPTH);
        double value = once.sell(whole);
        double parts = twice.sell(whole * part) + twice.sell(whole * (1 - part));
        assertThat(parts).isCloseTo(value, within(1e-9 * (1 + value)));
        assertThat(twice.price()).isCloseTo(once.price(), withinPercentage(1e-9));
    }

    @Property
    void buyingBackUndoesASale(@ForAll @DoubleRange(min = 0.01, max = 1e5) double whole) {
        OutsideMarket market = open(ImpactMode.GROSS, DEPTH);
        double value = market.sell(whole);
        assertThat(market.buy(value)).isCloseTo(whole, withinPercentage(1e-7));
        assertThat(market.price()).isCloseTo(200, withinPercentage(1e-7));
    }

    @Property
    void aSaleIsExecutedBetweenThePricesBeforeAndAfter(@ForAll @DoubleRange(min = 1, max = 1e6) double whole) {
        OutsideMarket market = open(ImpactMode.GROSS, DEPTH);
        double average = market.sell(whole) / whole;
        assertThat(average).isBetween(market.price(), 200.0);
    }

    @Property
    void aQuoteChangesNothingAndIsWhatATradeYields(@ForAll @DoubleRange(max = 1e5) double whole) {
        OutsideMarket market = open(ImpactMode.GROSS, DEPTH);
        double before = market.state();
        double quote = market.proceeds(whole);
        assertThat(market.state()).isEqualTo(before);
        assertThat(market.sell(whole)).isEqualTo(quote);
        market.restore(before);
        assertThat(market.price()).isEqualTo(200);
        assertThat(market.proceeds(whole)).isEqualTo(quote);
    }

    @Test
    void sellingTheDepthMovesThePriceByTheMove() {
        OutsideMarket market = open(ImpactMode.GROSS, DEPTH);
        market.sell(DEPTH / 200);
        assertThat(market.price()).isCloseTo(200 * 0.98, within(1e-9));
        market.sell(DEPTH / 200);
        assertThat(market.price()).isCloseTo(200 * 0.98 * 0.98, within(1e-9));
    }

    @Test
    void workedNumber() {
        OutsideMarket market = open(ImpactMode.GROSS, DEPTH);
        assertThat(market.sell(5_000)).isCloseTo(997_479, within(1.0));
        assertThat(market.price() / 200 - 1).isCloseTo(-0.00504, within(0.00001));
    }

    @Test
    void impactHalvesEveryRecovery() {
        OutsideMarket market = open(ImpactMode.GROSS, DEPTH);
        market.sell(100_000);
        double impact = Math.log(market.price() / 200);
        advance(market, 20);
        assertThat(Math.log(market.price() / 200)).isCloseTo(impact / 2, within(1e-12));
        advance(market, 40);
        assertThat(Math.log(market.price() / 200)).isCloseTo(impact / 4, within(1e-12));
    }

    @Test
    void withoutImpactASaleMovesNothing() {
        for (OutsideMarket market :
                new OutsideMarket[] {open(ImpactMode.NONE, DEPTH), open(ImpactMode.GROSS, Double.POSITIVE_INFINITY)}) {
            assertThat(market.sell(1e9)).isEqualTo(200e9);
            assertThat(market.price()).isEqualTo(200);
            assertThat(market.buy(400)).isEqualTo(2);
        }
    }

    @Test
    void withoutDepthNothingIsTraded() {
        OutsideMarket market = open(ImpactMode.GROSS, 0);
        assertThat(market.trades()).isFalse();
        assertThat(market.price()).isEqualTo(200);
        assertThat(market.sell(5)).isZero();
        assertThat(market.buy(5)).isZero();
        assertThat(market.price()).isEqualTo(200);
    }

    @Test
    void sellingWhatWasSoldThatDayStaysOnThePath() {
        OutsideMarket market = new OutsideMarket(spec(
                ImpactMode.NET_OF_RECORD,
                DEPTH,
                Option.some(file("value", row(-MINUTE, 9e9), row(5 * MINUTE, 2e6), row(6 * MINUTE, 1e6)))));
        advance(market, 0);
        for (int minute = 1; minute < 10; minute++) {
            advance(market, minute);
            if (minute == 5) {
                market.sell(2e6 / 200);
            }
            if (minute == 6) {
                market.sell(1e6 / 200);
            }
            assertThat(market.price()).isCloseTo(200, within(1e-9));
        }
    }

    @Test
    void sellingNothingLiftsThePriceByWhatWasSoldThatDay() {
        OutsideMarket market = new OutsideMarket(
                spec(ImpactMode.NET_OF_RECORD, DEPTH, Option.some(file("value", row(5 * MINUTE, 4e6)))));
        advance(market, 0);
        advance(market, 6);
        assertThat(market.price()).isCloseTo(200 / 0.98, within(1e-9));
    }

    @Test
    void aShockMovesThePathForGood() {
        OutsideMarket market = open(ImpactMode.GROSS, DEPTH);
        market.shock(0.7);
        assertThat(market.price()).isCloseTo(140, within(1e-9));
        advance(market, 1);
        assertThat(market.price()).isCloseTo(140, within(1e-9));
    }

    @Test
    void refusesAMarketThatMakesNoSense() {
        assertThatThrownBy(() -> open(ImpactMode.GROSS, Double.NaN)).hasMessageContaining("depth");
        assertThatThrownBy(() -> new OutsideMarket(spec(ImpactMode.NET_OF_RECORD, DEPTH, Option.none())))
                .hasMessageContaining("net-of-record");
    }

    private static MarketSpec spec(ImpactMode impact, double depth, Option<DataFile> record) {
        return new MarketSpec(
                new MarketRef("ETH"),
                ETH,
                new FixedPath(200),
                depth,
                0.02,
                Duration.ofMinutes(20),
                impact,
                record,
                Option.none());
    }

    private static OutsideMarket open(ImpactMode impact, double depth) {
        OutsideMarket market = new OutsideMarket(spec(impact, depth, Option.none()));
        advance(market, 0);
        return market;
    }

    private static void advance(OutsideMarket market, long minute) {
        market.advance(Times.view(1, "x", 0, MINUTE, minute));
    }
}
