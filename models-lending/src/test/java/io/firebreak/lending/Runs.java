package io.firebreak.lending;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs scenarios given as text, fully checked, with all their events. */
public final class Runs {
    private Runs() {}

    /** Runs the scenario's first design, and fails where it is not whole. */
    public static RunResult of(Path folder, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), scenario);
        RunResult result = new PluginLoader()
                .load(Option.none())
                .mapLeft(faults -> faults.mkString("\n"))
                .flatMap(mechanisms ->
                        new ScenarioReader(mechanisms).read(file).mapLeft(problems -> problems.mkString("\n")))
                .map(read ->
                        new Engine().run(read.variants().head().economy(), new RunOptions(1, Assurance.FULL, true, 0)))
                .getOrElseThrow(problems -> new AssertionError(problems));
        assertThat(result.failure()).isEmpty();
        return result;
    }

    public static Seq<Event> events(RunResult result, Event.Kind kind) {
        return result.events().filter(event -> event.kind() == kind);
    }

    public static double measure(RunResult result, String name) {
        return result.measures().find(each -> each.name().equals(name)).get().value();
    }
}
