package io.firebreak.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.view.Block;
import io.firebreak.core.economy.Arbitrage;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.price.FixedPath;
import io.firebreak.core.price.Times;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OutsideMarketsTest {
    private static final Asset ETH = new Asset(0, "ETH", 9);
    private static final Asset DAI = new Asset(1, "DAI", 6);
    private static final Asset USD = new Asset(2, "USD", 6);
    private static final Asset OTHER = new Asset(3, "OTHER", 6);
    private static final MarketRef KRAKEN = new MarketRef("kraken");
    private static final MarketRef BINANCE = new MarketRef("binance");
    private static final MarketRef DAI_USD = new MarketRef("dai");
    private static final long MINUTE = 60_000;
    private static final long ONE_ETH = 1_000_000_000;
    private static final double WITHOUT_IMPACT = Double.POSITIVE_INFINITY;

    @Test
    void oneAssetForAnotherIsChainedByValue() {
        OutsideMarkets markets = open(WITHOUT_IMPACT, Option.none());
        assertThat(markets.quoteDown(KRAKEN, ETH, ONE_ETH, DAI)).isEqualTo(160_000_000);
        assertThat(markets.tradeDown(DAI_USD, ETH, ONE_ETH, DAI)).isEqualTo(160_000_000);
        assertThat(markets.quoteDown(DAI_USD, DAI, 160_000_000, ETH)).isEqualTo(ONE_ETH);
        assertThat(markets.quoteDown(DAI_USD, DAI, 3, ETH))
                .as("18.75 base units")
                .isEqualTo(18);
        assertThat(markets.quoteDown(DAI_USD, ETH, 1_000, DAI))
                .as("0.00016 DAI")
                .isEqualTo(160);
        assertThat(markets.quoteDown(DAI_USD, ETH, 7, DAI))
                .as("1.12 base units")
                .isEqualTo(1);
    }

    @Test
    void theUnitOfAccountIsWorthOne() {
        OutsideMarkets markets = open(WITHOUT_IMPACT, Option.none());
        assertThat(markets.quoteDown(KRAKEN, ETH, ONE_ETH, USD)).isEqualTo(200_000_000);
        assertThat(markets.quoteDown(KRAKEN, USD, 200_000_000, ETH)).isEqualTo(ONE_ETH);
        assertThat(markets.worth(USD)).isEqualTo(1);
        assertThat(markets.worth(DAI)).isEqualTo(1.25);
        assertThat(markets.worth(OTHER)).isNaN();
    }

    @Test
    void aTradeMovesBothMarketsAndCanBeUndone() {
        OutsideMarkets markets = open(1e6, Option.none());
        double[] before = markets.state();
        long quote = markets.quoteDown(KRAKEN, ETH, 100 * ONE_ETH, DAI);
        assertThat(markets.tradeDown(KRAKEN, ETH, 100 * ONE_ETH, DAI)).isEqualTo(quote);
        assertThat(markets.worth(ETH)).isLessThan(200);
        assertThat(markets.worth(DAI)).isGreaterThan(1.25);
        assertThat(markets.market(BINANCE).price()).isEqualTo(200);
        assertThat(markets.quoteDown(KRAKEN, ETH, 100 * ONE_ETH, DAI)).isLessThan(quote);
        markets.restore(before);
        assertThat(markets.quoteDown(KRAKEN, ETH, 100 * ONE_ETH, DAI)).isEqualTo(quote);
    }

    @Test
    void whatHasNoMarketIsNotTraded() {
        OutsideMarkets markets = open(WITHOUT_IMPACT, Option.none());
        assertThat(markets.tradeDown(KRAKEN, ETH, ONE_ETH, OTHER)).isZero();
        assertThat(markets.tradeDown(DAI_USD, ETH, ONE_ETH, USD))
                .as("not its market")
                .isZero();
        assertThat(markets.tradeDown(KRAKEN, ETH, ONE_ETH, ETH)).isZero();
        assertThatThrownBy(() -> markets.quoteDown(new MarketRef("krakn"), ETH, 1, DAI))
                .hasMessageContaining("krakn")
                .hasMessageContaining("kraken, binance, dai");
    }

    @Test
    void withoutArbitrageMarketsOfOneAssetStayApart() {
        OutsideMarkets markets = open(1e6, Option.none());
        markets.market(KRAKEN).sell(1_000);
        advance(markets, 1);
        assertThat(markets.market(BINANCE).price()).isEqualTo(200);
    }

    @Test
    void arbitrageClosesTheGapAndNoMore() {
        OutsideMarkets markets = open(1e6, Option.some(new Arbitrage(BINANCE, 1e12, Duration.ZERO)));
        markets.market(KRAKEN).sell(1_000);
        double pressure = markets.market(KRAKEN).state();
        advance(markets, 1);
        assertThat(markets.market(KRAKEN).price())
                .isCloseTo(markets.market(BINANCE).price(), within(1e-9))
                .isLessThan(200);
        assertThat(markets.market(KRAKEN).state() + markets.market(BINANCE).state())
                .as("what one gains the other loses, a minute's recovery apart")
                .isCloseTo(pressure * Math.pow(0.5, 1 / 20.0), within(1e-12));
    }

    @Test
    void arbitrageIsBoundedByItsCapital() {
        OutsideMarkets markets = open(1e6, Option.some(new Arbitrage(BINANCE, 600_000, Duration.ZERO)));
        markets.market(KRAKEN).sell(1_000);
        advance(markets, 1);
        double moved = -Math.log(0.98) * 10_000 / 1e6;
        assertThat(markets.market(BINANCE).state()).isCloseTo(-moved, within(1e-12));
    }

    @Test
    void arbitrageWaitsForTheTransfer() {
        OutsideMarkets markets = open(1e6, Option.some(new Arbitrage(BINANCE, 1e12, Duration.ofMinutes(3))));
        markets.market(KRAKEN).sell(1_000);
        for (int minute = 1; minute <= 3; minute++) {
            advance(markets, minute);
            assertThat(markets.market(BINANCE).price()).isEqualTo(200);
        }
        advance(markets, 4);
        assertThat(markets.market(BINANCE).price()).isLessThan(200);
    }

    private static OutsideMarkets open(double depth, Option<Arbitrage> arbitrage) {
        OutsideMarkets markets = new OutsideMarkets(List.of(
                spec(KRAKEN, ETH, 200, depth, arbitrage),
                spec(BINANCE, ETH, 200, depth, Option.none()),
                spec(DAI_USD, DAI, 1.25, depth, Option.none())));
        advance(markets, 0);
        return markets;
    }

    private static void advance(OutsideMarkets markets, int minute) {
        markets.advance(new Block(minute, minute * MINUTE), market -> Times.view(1, "x", 0, MINUTE, minute));
    }

    private static MarketSpec spec(
            MarketRef name, Asset asset, double price, double depth, Option<Arbitrage> arbitrage) {
        return new MarketSpec(
                name,
                asset,
                new FixedPath(price),
                depth,
                0.02,
                Duration.ofMinutes(20),
                ImpactMode.GROSS,
                Option.none(),
                arbitrage);
    }
}
