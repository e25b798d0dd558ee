package io.firebreak.cli;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.experiment.Experiment;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.scenario.Scenario;
import io.vavr.collection.Array;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
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

    /** The impact mode that the scenario's markets ask for; none where sales move nothing. */
    ImpactMode headline() {
        return scenario.economy()
                .markets()
                .find(market -> Double.isFinite(market.depthValue()))
                .map(MarketSpec::impact)
                .getOrElse(ImpactMode.NONE);
    }

    /** The modes under which a comparison is tested, its own among them. */
    Seq<ImpactMode> impacts() {
        Seq<ImpactMode> modes = scenario.impactModes();
        return modes.contains(headline()) ? modes : modes.append(headline());
    }

    Variant variant(String design, String world, ImpactMode impact) {
        return new Variant(
                design,
                world,
                impact,
                scenario.variant(design, world, Option.some(impact)).get());
    }

    /** Every design in every world and impact mode. */
    Experiment experiment(Seq<Long> seeds, Assurance assurance) {
        Array<Variant> all = Array.ofAll(scenario.designs()).flatMap(design -> scenario.worlds()
                .flatMap(world -> impacts().map(impact -> variant(design, world, impact))));
        return new Experiment(
                name(),
                all,
                headline(),
                seeds,
                assurance,
                sampleMillis(all.head().economy()));
    }

    /** SHA-256 of the scenario and of every file it names, by name. */
    Map<String, String> inputs() {
        return LinkedHashMap.<String, String>of(ShippedScenarios.FILE, scenario.sha256())
                .merge(LinkedHashMap.ofEntries(
                        scenario.files().map(each -> io.vavr.Tuple.of(each.name(), each.sha256()))));
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
