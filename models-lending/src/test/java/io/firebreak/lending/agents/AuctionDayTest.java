package io.firebreak.lending.agents;

import static io.firebreak.lending.Runs.events;
import static io.firebreak.lending.Runs.measure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.RunResult;
import io.firebreak.lending.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keepers and opportunists do in English auctions while gas costs 50 gwei to who waits and 100 to who cannot. */
class AuctionDayTest {
    private static final long START = 1704067200000L;
    private static final long BLOCK = 12_000;
    private static final String DAY =
            """
            scenario: auction-day
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T03:00:00Z, block-time: 12 s, gas-per-block: 10 M, gas-price: { replay: { files: [ gas.csv ] } }, gas-asset: ETH }
            assets:
              ETH: { decimals: 9 }
              DAI: { decimals: 6 }
            outside-markets:
              ETH: { path: { scripted: { start: 200, points: [ { at: 60 s, price: 130 } ], straight: false } } }
              DAI: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              maker:
                collateralised-debt: { collateral: ETH, debt: DAI, oracle: eth }
                accounts:
                  - { account: big, holdings: [ 500 ETH, -50 k DAI ] }
                  - { account: small, holdings: [ 20 ETH, -2000 DAI ] }
                  - { account: safe, holdings: [ 100 k ETH, -5 M DAI ] }
                liquidation: { english-auction: { lot: 50 ETH } }
            agents:
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void gas() throws IOException {
        Files.writeString(
                folder.resolve("gas.csv"),
                "time,p30_gwei,p60_gwei,p90_gwei,max_gwei\n2024-01-01T00:00:00Z,50,100,150,200\n");
    }

    private RunResult run(String... agents) throws IOException {
        return Runs.of(folder, DAY + "  " + String.join("\n  ", agents) + "\n");
    }

    private static String keeper(String name, String parameters) {
        return name + ": { keeper: { gas-reserve: 50 ETH, venue: maker, market: ETH, " + parameters + " } }";
    }

    private static String opportunist(String parameters) {
        return "greedy: { opportunist: { gas-reserve: 50 ETH, venue: maker, market: ETH, smallest: 100 ETH, "
                + parameters + " } }";
    }

    private static long minute(Event event) {
        return event.block() * BLOCK / 60_000;
    }

    @Test
    void aSecondKeeperAsksAtOnceForAsLittleOfTheLotAsIsWorthTheBid() throws IOException {
        RunResult result = run(
                keeper("first", "capital: 3 k DAI, discount: 5%"),
                keeper("second", "capital: 3 k DAI, discount: 5%, kicks-per-minute: 0"));
        double tab = 2000 * 1.13;
        Event sale = events(result, Event.Kind.FILLED)
                .find(event -> event.second().units() < 3_000_000_000L)
                .get();
        assertThat(sale.first().units() / 1e9).isCloseTo(tab / (0.95 * 130), within(0.01));
        assertThat(result.accountNames().get(sale.other().index())).isEqualTo("second/1");
    }

    @Test
    void whoCanPayForAKickAndNotForABidLeavesAuctionsWithoutOne() throws IOException {
        RunResult alone = run(keeper("waiting", "capital: 100 k DAI, gas-cap: 70 gwei"));
        assertThat(events(alone, Event.Kind.SEIZED)).isNotEmpty();
        assertThat(events(alone, Event.Kind.BID)).isEmpty();
        RunResult taken = run(
                keeper("waiting", "capital: 100 k DAI, gas-cap: 70 gwei"),
                opportunist("quiet: 3 h, patience: 5 min, settle-after: 15 min"));
        assertThat(measure(taken, "maker.zero-bid-share")).isEqualTo(1);
        assertThat(minute(events(taken, Event.Kind.BID).head())
                        - minute(events(taken, Event.Kind.SEIZED).head()))
                .isBetween(5L, 6L);
    }

    @Test
    void aKeeperDoesNothingBeforeItArrives() throws IOException {
        RunResult result = run(keeper("late", "capital: 100 k DAI, arrives: 90 min"));
        assertThat(minute(events(result, Event.Kind.SEIZED).head())).isBetween(90L, 91L);
    }

    @Test
    void collateralComesBackAsMoneyOnlyAfterItsTime() throws IOException {
        RunResult result = run(keeper("slow", "capital: 8 k DAI, settle-after: 20 min, time-to-return: 1 h"));
        long settled = minute(events(result, Event.Kind.FILLED).head());
        long sold = minute(events(result, Event.Kind.MARKET).head());
        assertThat(settled).isBetween(20L, 23L);
        assertThat(sold - settled).isBetween(60L, 61L);
        assertThat(events(result, Event.Kind.SEIZED).count(event -> minute(event) < sold))
                .as("its money buys one lot of the big account and one of the small, until some returns")
                .isEqualTo(2);
    }

    @Test
    void anOpportunistBeginsOnlyWhereNobodyPays() throws IOException {
        RunResult quiet = run(opportunist("quiet: 10 min, settle-after: 15 min"));
        assertThat(measure(quiet, "maker.zero-bids")).isEqualTo(10);
        RunResult paid = run(
                keeper("honest", "capital: 100 k DAI, kicks-per-minute: 0.2"),
                opportunist("quiet: 10 min, settle-after: 15 min"));
        assertThat(measure(paid, "maker.zero-bids")).isZero();
    }

    @Test
    void anOpportunistTakesTheLargestAndLeavesTheSmall() throws IOException {
        RunResult result = run(opportunist("quiet: 10 min, settle-after: 15 min"));
        assertThat(events(result, Event.Kind.SEIZED)
                        .map(event -> result.accountNames().get(event.subject().index()))
                        .distinct())
                .containsExactly("maker/big");
        assertThat(START + events(result, Event.Kind.SEIZED).head().block() * BLOCK)
                .as("quiet since the start")
                .isGreaterThanOrEqualTo(START + 600_000);
    }

    @Test
    void anOpportunistWhoseGasPriceIsTooLowWaits() throws IOException {
        RunResult result = run(opportunist("quiet: 10 min, gas-price: 90 gwei"));
        assertThat(events(result, Event.Kind.SEIZED)).isEmpty();
    }

    @Test
    void aZeroBidIsContestedByWhoHasTheMoney() throws IOException {
        RunResult result = run(
                opportunist("quiet: 10 min, settle-after: 15 min"),
                keeper("honest", "capital: 200 k DAI, arrives: 12 min, kicks-per-minute: 0, settle-after: 11 min"));
        assertThat(events(result, Event.Kind.FILLED)).isNotEmpty();
        assertThat(measure(result, "maker.zero-bids")).isZero();
    }
}
