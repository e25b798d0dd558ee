package io.firebreak.cli;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.experiment.Experiment;
import io.firebreak.core.scenario.Scenario;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.file.Path;

/**
 * A scenario that was read without a mistake, and what else decides its results.
 *
 * @param file where it was read from
 * @param bounds those of its designs that nobody could build
 * @param code SHA-256 of the engine and the plugins, by file name
 */
record Study(Scenario scenario, Path file, Seq<String> bounds, Map<String, String> code) {
    /** Points of a timeline; enough for a wide screen. */
    private static final long SAMPLES = 200;

    String name() {
        return scenario.name();
    }

    /** The runs that the scenario asks for. */
    Experiment experiment(Seq<Long> seeds, Assurance assurance) {
        return new Experiment(
                name(),
                scenario.variants(),
                seeds,
                assurance,
                sampleMillis(scenario.variants().head().economy()));
    }

    /** SHA-256 of the scenario and of every file it names, by name. */
    Map<String, String> inputs() {
        return LinkedHashMap.<String, String>of(ShippedScenarios.FILE, scenario.sha256())
                .merge(LinkedHashMap.ofEntries(scenario.files().map(each -> Tuple.of(each.name(), each.sha256()))));
    }

    /** Where an input lies. */
    Path input(String name) {
        return name.equals(ShippedScenarios.FILE) ? file : file.resolveSibling(name);
    }

    /** A whole number of blocks, so that every point is the end of one. */
    static long sampleMillis(Economy economy) {
        long block = economy.clock().blockMillis();
        return Math.max(1, economy.clock().blocks() / SAMPLES) * block;
    }
}
