package io.firebreak.cli.economies;

import io.firebreak.api.metric.Event;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs scenarios with all shipped mechanisms. */
final class Scenarios {
    private static final Mechanisms MECHANISMS =
            new PluginLoader().load(Option.none()).getOrElseThrow(faults -> new AssertionError(faults.mkString("\n")));

    private Scenarios() {}

    static Economy economy(String yaml) {
        try {
            Path folder = Files.createTempDirectory("scenario");
            return economy(Files.writeString(folder.resolve("scenario.yaml"), yaml));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static Economy economy(Path file) {
        return new ScenarioReader(MECHANISMS)
                .read(file)
                .getOrElseThrow(problems -> new AssertionError(problems.mkString("\n")))
                .variants()
                .head()
                .economy();
    }

    static RunResult run(String yaml) {
        return run(economy(yaml), 1, false);
    }

    static RunResult run(Economy economy, long seed, boolean scan) {
        RunResult result = new Engine(scan).run(economy, new RunOptions(seed, Assurance.FULL, true, 0));
        result.failure().forEach(failure -> {
            throw new AssertionError(failure);
        });
        return result;
    }

    static Seq<Event> events(RunResult result, Event.Kind kind) {
        return result.events().filter(event -> event.kind() == kind);
    }

    static double measure(RunResult result, String name) {
        return result.measures()
                .find(measure -> measure.name().equals(name))
                .getOrElseThrow(() -> new AssertionError(
                        name + " is not among " + result.measures().map(RunResult.Measure::name)))
                .value();
    }
}
