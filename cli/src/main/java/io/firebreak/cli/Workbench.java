package io.firebreak.cli;

import io.firebreak.core.engine.Runner;
import io.firebreak.core.results.Digest;
import io.firebreak.core.scenario.Problem;
import io.firebreak.core.scenario.Scenario;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.scenario.ScenarioSource;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.PluginFault;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.collection.Array;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the commands work with: an engine, the plugins, and scenarios by name or path. */
record Workbench(Runner runner) {
    /** All mechanisms, or {@link BadInput} with every fault of a plugin. */
    Mechanisms mechanisms(Option<Path> plugins) {
        return new PluginLoader()
                .load(plugins)
                .getOrElseThrow(faults -> new BadInput(faults.map(PluginFault::toString)));
    }

    /**
     * Reads a scenario, or throws {@link BadInput} with every mistake.
     *
     * @param scenario the name of a shipped scenario, a file, or a folder with a {@code scenario.yaml}
     * @param plugins folder of further plugins
     */
    Study study(String scenario, Option<Path> plugins) {
        Path file = file(scenario);
        return study(ScenarioSource.of(file), file, plugins);
    }

    /** The same of a source that begins from a file. */
    Study study(ScenarioSource source, Path file, Option<Path> plugins) {
        Mechanisms mechanisms = mechanisms(plugins);
        Scenario read = new ScenarioReader(mechanisms)
                .read(source)
                .getOrElseThrow(problems -> new BadInput(problems.map(Problem::toString)));
        return new Study(read, file, bounds(read, mechanisms), code(mechanisms));
    }

    /** The file of a scenario that is named or given by its path. */
    static Path file(String scenario) {
        Path path = Path.of(scenario);
        if (Files.isRegularFile(path)) {
            return path;
        }
        Path inside = path.resolve(ShippedScenarios.FILE);
        return Files.isRegularFile(inside)
                ? inside
                : ShippedScenarios.folder(scenario)
                        .map(folder -> folder.resolve(ShippedScenarios.FILE))
                        .getOrElseThrow(() -> Files.isDirectory(path)
                                ? new BadInput("The folder '" + scenario + "' has no " + ShippedScenarios.FILE
                                        + ". Maybe name the file.")
                                : ShippedScenarios.unknown(scenario));
    }

    /** The designs in which nothing is liquidated, or everything at once: nobody could build them. */
    private static Seq<String> bounds(Scenario scenario, Mechanisms mechanisms) {
        return scenario.designs().filter(design -> {
            Seq<String> liquidation = scenario.variants()
                    .find(each -> each.design().equals(design))
                    .get()
                    .economy()
                    .venues()
                    .flatMap(venue -> venue.liquidation())
                    .map(model -> mechanisms.nameOf(model.getClass()));
            return !liquidation.isEmpty() && liquidation.forAll(Array.of("hold", "instant")::contains);
        });
    }

    /** SHA-256 of the engine and of every plugin, by file name. */
    private static Map<String, String> code(Mechanisms mechanisms) {
        Map<String, String> code = TreeMap.empty();
        for (Class<?> type : mechanisms
                .all()
                .map(MechanismSpec::type)
                .<Class<?>>map(type -> type)
                .append(Runner.class)) {
            try {
                Path origin = Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().toURI());
                // A build's folder is called target/classes in every module; its module tells it from others.
                String name = Files.isDirectory(origin)
                        ? "classes of " + origin.getName(Math.max(0, origin.getNameCount() - 3))
                        : String.valueOf(origin.getFileName());
                if (!code.containsKey(name)) {
                    code = code.put(name, Digest.of(origin));
                }
            } catch (URISyntaxException impossible) {
                throw new IllegalStateException("A class path is made of files.", impossible);
            }
        }
        return code;
    }
}
