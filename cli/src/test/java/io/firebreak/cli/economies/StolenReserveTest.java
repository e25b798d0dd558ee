package io.firebreak.cli.economies;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.engine.RunResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A stolen reserve turns into bad debt in a lending venue on the other side of the bridge. */
class StolenReserveTest {
    private static final Economy ECONOMY =
            Scenarios.economy(Path.of("src/main/resources/scenarios/stolen-reserve/scenario.yaml"));

    @Test
    void becomesBadDebtOnTheOtherSide() {
        RunResult result = Scenarios.run(ECONOMY, 1, false);

        assertThat(Scenarios.measure(result, "lender.bad-debt")).isGreaterThan(500_000);
        assertThat(Scenarios.measure(result, "lender.gross-shortfall"))
                .isGreaterThanOrEqualTo(Scenarios.measure(result, "lender.bad-debt"));
    }

    @Test
    void leavesHoldersOfTheWrappedTokenWithoutRedemption() {
        RunResult result = Scenarios.run(ECONOMY, 1, false);

        assertThat(result.warnings().mkString()).doesNotContain("Steal");
    }

    @Test
    void givesTheSameBitsWithTheNaiveTwin() {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(Scenarios.run(ECONOMY, seed, false).hash())
                    .isEqualTo(Scenarios.run(ECONOMY, seed, true).hash());
        }
    }
}
