package io.firebreak.lending.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.core.engine.RunResult;
import io.firebreak.lending.Runs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Result GT1 (Gatto 2026): 100 M of collateral at a leverage of 12, a threshold of 95 % and a bonus of 1 %; and beside it an account
 * of 1 M that is further away.
 */
class DistanceToBadDebtTest {
    private static final String WORLD =
            """
            scenario: distance
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:05:00Z, block-time: 1 min }
            assets: { ETH: { decimals: 9 }, USD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { scripted: { start: 1000, points: [ { at: 3 min, price: 950 } ], straight: false } } }
              USD: { path: { fixed: { price: 1 } } }
            oracles: { eth: { spot: { of: ETH } } }
            venues:
              venue:
                pooled-lending: { numeraire: USD, markets: [ { asset: ETH, oracle: eth, loan-to-value: 93%, liquidation-threshold: 95%, rate: { kinked: {} } }, { asset: USD, rate: { kinked: {} } } ] }
                accounts:
                  - { account: lenders, holdings: [ 1000 M USD ] }
                  - { account: far, holdings: [ 1000 ETH, -500 k USD ] }
                  - { account: near, holdings: [ 100 k ETH, -91666666.666667 USD ] }
            metrics:
              nearest: { distance-to-bad-debt: { venue: venue, liquidation-bonus: 1% } }
              all past: { distance-to-bad-debt: { venue: venue, liquidation-bonus: 1%, past: 100% } }
              later: { distance-to-bad-debt: { venue: venue, liquidation-bonus: 1%, after: 4 min } }
              after 8%: { bad-debt-after-gap: { venue: venue, liquidation-bonus: 1%, gap: 8% } }
              after 12%: { bad-debt-after-gap: { venue: venue, liquidation-bonus: 1%, gap: 12% } }
              after 20%: { bad-debt-after-gap: { venue: venue, liquidation-bonus: 1%, gap: 20% } }
              after 35%: { bad-debt-after-gap: { venue: venue, liquidation-bonus: 1%, gap: 35% } }
              after 8% and late: { bad-debt-after-gap: { venue: venue, liquidation-bonus: 1%, gap: 8%, stale: 5% } }
            """;

    @TempDir
    Path folder;

    private RunResult result;

    @BeforeEach
    void run() throws IOException {
        result = Runs.of(folder, WORLD);
    }

    private double measure(String name) {
        return Runs.measure(result, name);
    }

    @Test
    void isThatOfTheNearestAccountOrOfTheOneAtWhichAllDebtIsPast() {
        assertThat(measure("nearest")).isCloseTo(0.074167, within(5e-7));
        assertThat(measure("all past")).isCloseTo(1 - 1.01 * 0.5, within(1e-6));
    }

    @Test
    void isMeasuredWhenItIsTime() {
        assertThat(measure("later")).isCloseTo(1 - 1.01 * 11 / 12 / 0.95, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"after 8%, 0.578", "after 12%, 4.538", "after 20%, 12.459", "after 35%, 27.310"})
    void aGapLeavesWhatThePaperSays(String name, double millions) {
        assertThat(measure(name) / 1e6).isCloseTo(millions, within(5e-4));
    }

    @Test
    void aPriceThatIsBehindAddsToTheGap() {
        assertThat(measure("after 8% and late") / 1e6).isCloseTo(91.666667 - 92 * 0.95 / 1.01, within(5e-4));
    }
}
