package io.firebreak.lending.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.RunResult;
import io.firebreak.lending.Runs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Result Q1: the optimal liquidation at a fixed spread (Qin et al., IMC 2021). */
class BestResponseTest {
    private static final String WORLD =
            """
            scenario: q1
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:10:00Z, block-time: 1 min }
            assets:
              ETH: { decimals: 9 }
              DAI: { decimals: 9 }
            outside-markets:
              ETH: { path: { scripted: { start: 2000, points: [ { at: 2 min, price: 1000 } ], straight: false } } }
              DAI: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              lender:
                reference-loan: { collateral: ETH, borrowed: DAI, oracle: eth, threshold: %s, max-ltv: 50%%, interest: 0%% per year }
                accounts: [ { account: borrower, holdings: [ %s ] } ]
                seed: { reserve: [ 1 M DAI ] }
                liquidation: { fixed-spread: { close-factor: 50%%, liquidation-bonus: %s } }
                %s
            agents:
              liquidator: { best-response-liquidator: { capital: 100 k DAI, venue: lender, market: ETH, parts: %d } }
            """;

    @TempDir
    Path folder;

    private RunResult run(String threshold, String holdings, String bonus, String more, int parts) throws IOException {
        return Runs.of(folder, WORLD.formatted(threshold, holdings, bonus, more, parts));
    }

    private static double profit(RunResult result) {
        return Runs.measure(result, "keeper-profit");
    }

    @Test
    void twoPartsEarn425WhereOneEarns320() throws IOException {
        RunResult naive = run("75%", "10 ETH, -8000 DAI", "8%", "", 1);
        assertThat(profit(naive)).isCloseTo(320, within(1e-4));
        RunResult best = run("75%", "10 ETH, -8000 DAI", "8%", "", 2);
        assertThat(profit(best)).isCloseTo(425.2632, within(5e-5));
        assertThat(Runs.events(best, Event.Kind.FILLED)
                        .map(event -> event.second().units() / 1e9)
                        .toJavaList())
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(2631.5789, within(5e-5)),
                        second -> assertThat(second).isCloseTo(2684.2105, within(5e-5)));
        assertThat(Runs.events(best, Event.Kind.FILLED).map(Event::block).distinct())
                .as("one bundle")
                .hasSize(1);
    }

    @Test
    void oneLiquidationPerAccountAndBlockLeavesThe320() throws IOException {
        RunResult capped = run("75%", "10 ETH, -8000 DAI", "8%", "safeguards: [ liquidation-cap: {} ]", 2);
        assertThat(profit(capped)).isCloseTo(320, within(1e-4));
        assertThat(Runs.measure(capped, "lender.unsafe-at-end")).isZero();
    }

    @Test
    void ofTenThousandAtFivePercent6250AreRepaid() throws IOException {
        RunResult best = run("80%", "12 ETH, -10000 DAI", "5%", "", 2);
        assertThat(Runs.events(best, Event.Kind.FILLED).head().second().units() / 1e9)
                .isCloseTo(2500, within(1e-4));
        assertThat(Runs.measure(best, "lender.debt-cleared")).isCloseTo(6250, within(1e-4));
    }
}
