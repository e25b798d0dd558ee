package io.firebreak.lending;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each design in a run of the engine, with keepers, on the same fall of a third: what must follow from its rules. */
class LendingRunTest {
    private static final String WORLD =
            """
            scenario: fall
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T01:00:00Z, block-time: 12 s, gas-per-block: 10 M, gas-price: 100 gwei, gas-asset: ETH }
            assets:
              ETH: { decimals: 9 }
              DAI: { decimals: 6 }
              MKR: { decimals: 6 }
            outside-markets:
              ETH: { path: { scripted: { start: 2000, points: [ { at: 60 s, price: 1350 } ], straight: false } }, depth: 10 M USD per 2%%, recovery: 10 min, impact: gross }
              DAI: { path: { fixed: { price: 1 } } }
              MKR: { path: { fixed: { price: 400 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              maker:
                collateralised-debt: { collateral: ETH, debt: DAI, oracle: eth }
                accounts: [ { account: big, holdings: [ 120 ETH, -125000 DAI ] }, { account: safe, holdings: [ 10 k ETH, -5 M DAI ] } ]
                liquidation: { %s }
                losses: [ surplus-buffer %s ]
            %s
            agents:
              keepers: { %s }
            """;

    private static final String GREEDY =
            "opportunist: { gas-reserve: 5 ETH, venue: maker, market: ETH, smallest: 20 ETH,"
                    + " quiet: 1 min, settle-after: 11 min }";

    private static String keepers(String parameters) {
        return "keeper: { count: 3, gas-reserve: 5 ETH, venue: maker, market: ETH, " + parameters + " }";
    }

    private static final String HONEST = keepers("capital: 400 k DAI, discount: 1%, kicks-per-minute: 5");

    @TempDir
    Path folder;

    private RunResult run(String liquidation, String more, String keeper) throws IOException {
        return run(liquidation, "", more, keeper);
    }

    private RunResult run(String liquidation, String losses, String more, String keeper) throws IOException {
        return Runs.of(folder, WORLD.formatted(liquidation, losses, more, keeper));
    }

    private static int count(RunResult result, Event.Kind kind) {
        return Runs.events(result, kind).size();
    }

    private static double measure(RunResult result, String name) {
        return Runs.measure(result, name);
    }

    @Test
    void holdLeavesTheAccountUnsafe() throws IOException {
        RunResult result = run("hold: {}", "", HONEST);
        assertThat(count(result, Event.Kind.UNSAFE)).isEqualTo(1);
        assertThat(count(result, Event.Kind.FILLED)).isZero();
        assertThat(measure(result, "maker.unsafe-at-end")).isEqualTo(1);
    }

    @Test
    void instantClearsTheWholeDebtInOneFill() throws IOException {
        RunResult result = run("instant: {}", "", HONEST);
        assertThat(count(result, Event.Kind.FILLED)).isEqualTo(1);
        assertThat(measure(result, "maker.debt-cleared")).isBetween(125_000.0, 125_001.0);
        assertThat(measure(result, "maker.unsafe-at-end")).isZero();
    }

    /** What the first could not pay is rounded, and the second owes two units less than the ruling saw. */
    @Test
    void instantClosesAnAccountAfterOneThatCouldNotPayInFull() throws IOException {
        RunResult result = Runs.of(
                folder,
                """
                scenario: two-in-one-ruling
                clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:04:00Z, block-time: 1 min }
                assets:
                  ETH: { decimals: 9 }
                  DAI: { decimals: 6 }
                outside-markets:
                  ETH: { path: { scripted: { start: 2000, points: [ { at: 1 min, price: 900 } ], straight: false } } }
                oracles:
                  eth: { spot: { of: ETH } }
                venues:
                  maker:
                    collateralised-debt: { collateral: ETH, debt: DAI, oracle: eth }
                    accounts: [ { account: a, holdings: [ 0.001 ETH, -0.955 DAI ] }, { account: b, holdings: [ 1 ETH, -700.008 DAI ] } ]
                    liquidation: { instant: {} }
                """);
        assertThat(count(result, Event.Kind.FILLED)).isEqualTo(2);
        assertThat(measure(result, "maker.unsafe-at-end")).isZero();
    }

    @Test
    void fixedSpreadHalvesTheDebtUntilTheAccountIsSafe() throws IOException {
        RunResult result = run("fixed-spread: { close-factor: 50%, liquidation-bonus: 5% }", "", HONEST);
        assertThat(count(result, Event.Kind.FILLED)).isPositive();
        assertThat(measure(result, "maker.unsafe-at-end")).isZero();
        assertThat(measure(result, "keeper-profit")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed-spread: { close-factor: { by-health-and-size: {} }, protocol-fee: 10% }",
                "fixed-spread: { close-factor: to-target-health, liquidation-bonus: { by-health: { most: 8% } } }",
                "fixed-spread: { close-factor: 100%, liquidation-bonus: { by-lltv: { lltv: 66% } } }",
                "growing-discount: {}",
                "growing-discount: { base-discount: 0%, close-factor: 100%, reserves-fee: 0% }"
            })
    void everyRuleOfTheFamilyMakesTheAccountSafe(String design) throws IOException {
        RunResult result = run(design, "", HONEST);
        assertThat(count(result, Event.Kind.FILLED)).isPositive();
        assertThat(measure(result, "maker.unsafe-at-end")).isZero();
        assertThat(measure(result, "keeper-profit")).isPositive();
    }

    @Test
    void keepersClearABatchAtOnePriceAndSellWhatTheyGot() throws IOException {
        RunResult result = run(
                "batch-auction: { interval: 5 min }",
                "",
                HONEST.replace("discount", "time-to-return: 1 min, settle-after: 6 min, discount"));
        assertThat(count(result, Event.Kind.SEIZED)).isEqualTo(1);
        assertThat(count(result, Event.Kind.BID)).isEqualTo(3);
        assertThat(count(result, Event.Kind.FILLED)).isEqualTo(3);
        assertThat(Runs.events(result, Event.Kind.FILLED)
                        .map(event -> StrictMath.round(
                                1e6 * event.second().units() / event.first().units()))
                        .distinct()
                        .toJavaList())
                .singleElement()
                .satisfies(price -> assertThat(price).isBetween(675_000L, 1_350_000L));
        assertThat(measure(result, "maker.unsafe-at-end")).isZero();
        assertThat(measure(result, "keeper-profit")).isPositive();
    }

    @Test
    void withoutCapitalAFlashLoanPaysTheSpread() throws IOException {
        String lender = "  flash: { flash-lender: { asset: DAI, fee: 0.09% }, seed: { reserve: [ 1 M DAI ] } }";
        RunResult poor = run("fixed-spread: {}", "", keepers("capital: 0 DAI"));
        assertThat(count(poor, Event.Kind.FILLED)).isZero();
        RunResult lent = run("fixed-spread: {}", lender, keepers("capital: 0 DAI, flash-lender: flash, discount: 1%"));
        assertThat(count(lent, Event.Kind.FILLED)).isPositive();
        assertThat(measure(lent, "keeper-profit")).isPositive();
    }

    @Test
    void honestKeepersPayTheWholeTabInTheEnglishAuction() throws IOException {
        RunResult result = run("english-auction: { lot: 50 ETH }", "", HONEST);
        assertThat(count(result, Event.Kind.SEIZED))
                .as("lots of 50, 50 and 20 ETH, the last unless returned collateral cures the account")
                .isBetween(2, 3);
        assertThat(count(result, Event.Kind.FILLED)).isEqualTo(count(result, Event.Kind.SEIZED));
        assertThat(count(result, Event.Kind.RETURNED))
                .as("bids for less of the lot")
                .isPositive();
        assertThat(measure(result, "maker.zero-bid-share")).isZero();
        assertThat(measure(result, "maker.gross-shortfall")).isZero();
        assertThat(measure(result, "maker.bad-debt")).isZero();
    }

    @Test
    void keepersWhoOnlyBidZeroTakeTheLotsForNothing() throws IOException {
        RunResult result = run("english-auction: { lot: 50 ETH }", "", GREEDY);
        assertThat(measure(result, "maker.zero-bid-share")).isEqualTo(1);
        assertThat(measure(result, "maker.gross-shortfall")).isBetween(124_990.0, 125_010.0);
        assertThat(measure(result, "maker.bad-debt")).isGreaterThan(124_000);
    }

    @Test
    void theDutchAuctionSellsOnceItsPriceIsWorthwhile() throws IOException {
        RunResult result = run(
                "dutch-auction: { chip: 0.1%, tip: 30 DAI, curve: { stair-step: { cut: 0.99, step: 30 s } } }",
                "", HONEST);
        assertThat(count(result, Event.Kind.REWARD)).isPositive();
        assertThat(count(result, Event.Kind.FILLED)).isPositive();
        assertThat(measure(result, "maker.gross-shortfall"))
                .as("at most the reward, which comes before the penalty that pays for it")
                .isBetween(0.0, 171.3);
        assertThat(count(result, Event.Kind.RETURNED)).isPositive();
    }

    @Test
    void aHaltStopsKicksForItsTime() throws IOException {
        RunResult free = run("english-auction: { lot: 50 ETH }", "", HONEST);
        RunResult halted = run(
                "english-auction: { lot: 50 ETH }",
                "    safeguards: [ { price-halt: { move: 15%, within: 10 min, pause: 2 h } } ]",
                HONEST);
        assertThat(count(free, Event.Kind.SEIZED)).isPositive();
        assertThat(count(halted, Event.Kind.SEIZED)).isZero();
        assertThat(count(halted, Event.Kind.STOPPED)).isPositive();
    }

    @Test
    void aDebtAuctionBearsWhatZeroBidsCost() throws IOException {
        RunResult result = run(
                "english-auction: { lot: 50 ETH }",
                ", { debt-auction: { delay: 0 s, bid: 50 k DAI, lot: 250 MKR, ttl: 5 min } }",
                "",
                GREEDY + " }\n  buyers: { "
                        + "keeper: { capital: 400 k DAI, gas-reserve: 5 ETH, venue: maker, market: MKR, arrives: 20 min,"
                        + " settle-after: 6 min, kicks-per-minute: 0 }");
        assertThat(measure(result, "maker.loss-borne")).isBetween(100_000.0, 101_000.0);
        assertThat(measure(result, "maker.bad-debt")).isLessThan(26_000);
    }

    @Test
    void keepersWithALowGasCapArePricedOut() throws IOException {
        RunResult result = run("english-auction: { lot: 50 ETH }", "", keepers("capital: 400 k DAI, gas-cap: 90"));
        assertThat(count(result, Event.Kind.SEIZED)).isZero();
        assertThat(measure(result, "maker.unsafe-at-end")).isEqualTo(1);
    }

    @Test
    void keepersWithoutCapitalKickNobody() throws IOException {
        RunResult result = run("english-auction: { lot: 50 ETH }", "", keepers("capital: 0 DAI"));
        assertThat(count(result, Event.Kind.SEIZED)).isZero();
    }

    @Test
    void keepersWhoseCapitalIsLockedCannotBidAgain() throws IOException {
        String spread = "fixed-spread: { close-factor: 50%, liquidation-bonus: 5% }";
        RunResult fast = run(spread, "", keepers("capital: 10 k DAI, latency: 1, discount: 1%, time-to-return: 0 s"));
        RunResult slow = run(spread, "", keepers("capital: 10 k DAI, latency: 1, discount: 1%, time-to-return: 2 h"));
        assertThat(measure(slow, "maker.debt-cleared")).isLessThanOrEqualTo(30_000);
        assertThat(measure(fast, "maker.debt-cleared")).isGreaterThan(40_000);
    }

    @Test
    void noBidIsSentForLessThanTheLeastProfit() throws IOException {
        String spread = "fixed-spread: { close-factor: 50%, liquidation-bonus: 5% }";
        RunResult result = run(spread, "", keepers("capital: 400 k DAI, discount: 0, min-profit: 50 k DAI"));
        assertThat(count(result, Event.Kind.FILLED)).isZero();
    }
}
