package io.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.firebreak.api.number.Ratio;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.scenario.Recorded;
import io.firebreak.core.scenario.Scenario;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The crises that ship, as they were designed then: what a scenario says it is held against, it meets. */
class CrisesReplay {
    @ParameterizedTest
    @ValueSource(strings = {"may-2021", "crv-november-2022", "steth-june-2022", "usdc-march-2023", "terra"})
    void meetsEveryPublishedFigureThatItIsHeldAgainst(String name) {
        Scenario scenario =
                new Workbench(new Engine()).study(name, Option.none()).scenario();
        RunResult result = new Engine().run(scenario.variants().head().economy(), RunOptions.of(1));
        assertThat(result.failure()).isEmpty();
        Seq<Recorded.Figure> held = scenario.record().get().figures().filter(figure -> figure.tolerance()
                .isDefined());
        assertThat(held).isNotEmpty();
        for (Recorded.Figure figure : held) {
            Ratio tolerance = figure.tolerance().get();
            assertThat(result.measures()
                            .find(each -> each.name().equals(figure.measure()))
                            .get()
                            .value())
                    .as(figure.measure())
                    .isCloseTo(
                            figure.value(),
                            withinPercentage(100 * tolerance.value().toDouble()));
        }
    }
}
