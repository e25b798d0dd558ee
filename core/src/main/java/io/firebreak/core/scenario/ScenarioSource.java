package io.firebreak.core.scenario;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a scenario and the files beside it lie: a folder, or the resources of a jar. */
public interface ScenarioSource {
    /** The scenario's own file, as messages name it. */
    String scenario();

    /** The content of a file beside the scenario (or of the scenario itself), or why it cannot be read. */
    Either<String, byte[]> read(String name);

    /** A scenario in a folder; messages name it as the path does. */
    static ScenarioSource of(Path scenario) {
        Path folder = scenario.toAbsolutePath().normalize().resolveSibling("");
        return new ScenarioSource() {
            @Override
            public String scenario() {
                return scenario.toString();
            }

            @Override
            public Either<String, byte[]> read(String name) {
                Path file = name.equals(scenario())
                        ? scenario
                        : folder.resolve(name).normalize();
                if (!file.equals(scenario) && !file.startsWith(folder)) {
                    return Either.left("lies outside the scenario's folder. Maybe copy it beside the scenario");
                }
                try {
                    return Either.right(Files.readAllBytes(file));
                } catch (IOException missing) {
                    return Either.left("is not there, or cannot be read" + beside(folder, name));
                }
            }
        };
    }

    /**
     * A scenario that a class loader sees.
     *
     * @param root the folder of the scenario, {@code scenarios/black-thursday}
     * @param file the scenario's name in it
     */
    static ScenarioSource of(ClassLoader loader, String root, String file) {
        return new ScenarioSource() {
            @Override
            public String scenario() {
                return file;
            }

            @Override
            public Either<String, byte[]> read(String name) {
                try (InputStream content = loader.getResourceAsStream(root + "/" + name)) {
                    return content == null ? Either.left("is not there") : Either.right(content.readAllBytes());
                } catch (IOException broken) {
                    return Either.left("cannot be read: " + broken.getMessage());
                }
            }
        };
    }

    private static String beside(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            Seq<String> names = Vector.ofAll(files)
                    .map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".csv"))
                    .sorted();
            return Nearest.hint(name, names);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
