package io.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.scenario.Recorded;
import io.firebreak.core.scenario.Scenario;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The auctions of 12 March 2020 again, in each story that explains them; the record is the scenario's own. */
class BlackThursdayReplay {
    private static final Scenario SCENARIO =
            new Workbench(new Engine()).study("black-thursday", Option.none()).scenario();

    private static RunResult run(String design, String world, long seed) {
        RunResult result = new Engine()
                .run(SCENARIO.variant(design, world, ImpactMode.NET_OF_RECORD).get(), RunOptions.of(seed));
        assertThat(result.failure()).isEmpty();
        return result;
    }

    private static double measure(RunResult result, String name) {
        return result.measures().find(each -> each.name().equals(name)).get().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short of capital", "priced out", "both"})
    void zeroBidShareAndShortfallsLieWithinAQuarterOfTheRecord(String world) {
        var fitted = SCENARIO.record().get().figures().filter(figure -> figure.tolerance()
                .isDefined());
        assertThat(fitted.map(Recorded.Figure::measure))
                .containsExactly("maker.zero-bid-share", "maker.gross-shortfall", "maker.net-shortfall");
        for (long seed = 1; seed <= 2; seed++) {
            RunResult result = run(SCENARIO.designs().head(), world, seed);
            for (Recorded.Figure figure : fitted) {
                assertThat(measure(result, figure.measure()))
                        .as(figure.measure() + " in world " + world + ", seed " + seed)
                        .isCloseTo(figure.value(), withinPercentage(25));
            }
        }
    }

    /** The two stories disagree about a longer life of bids: it helps who is priced out, and locks what little capital there is. */
    @Test
    void longBidsEndZeroBidsOnlyWhereKeepersHaveCapital() {
        String may = "english auction of May 2020";
        assertThat(measure(run(may, "priced out", 1), "maker.zero-bid-share")).isZero();
        assertThat(measure(run(may, "short of capital", 1), "maker.zero-bid-share"))
                .isGreaterThan(0.05);
    }
}
