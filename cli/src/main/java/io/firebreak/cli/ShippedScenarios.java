package io.firebreak.cli;

import io.firebreak.core.scenario.Nearest;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The scenarios that come with Firebreak: the folders in the resource folder {@code scenarios}. */
final class ShippedScenarios {
    static final String FILE = "scenario.yaml";

    private ShippedScenarios() {}

    /** Their names, sorted. */
    static Seq<String> names() {
        return root().map(ShippedScenarios::folders).getOrElse(Array.empty());
    }

    /** The folder of one of them. */
    static Option<Path> folder(String name) {
        return names().contains(name) ? root().map(root -> root.resolve(name)) : Option.none();
    }

    /** What to say where a scenario is neither shipped nor a file. */
    static BadInput unknown(String name) {
        return new BadInput("There is no scenario and no file '" + name + "'" + nearest(name, names())
                + " 'firebreak scenarios' lists those that come with Firebreak.");
    }

    /** {@code . Maybe 'black-thursday'.} where a known name is near. */
    static String nearest(String name, Seq<String> known) {
        return Nearest.hint(name, known) + ".";
    }

    /** What the scenario says it is, in a line; empty where it says nothing. */
    static String title(String name) {
        try {
            return Array.ofAll(Files.readAllLines(folder(name).get().resolve(FILE)))
                    .find(line -> line.startsWith("title:"))
                    .map(line -> line.substring("title:".length()).strip().replaceAll("^[\"']|[\"']$", ""))
                    .getOrElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All files of a folder, sorted. */
    static Seq<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return Array.ofAll(files.filter(Files::isRegularFile).toList()).sortBy(Path::toString);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Seq<String> folders(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return Array.ofAll(folders.filter(folder -> Files.exists(folder.resolve(FILE)))
                            .map(folder -> String.valueOf(folder.getFileName()).replace("/", ""))
                            .toList())
                    .sorted();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Option<Path> root() {
        URL url = ShippedScenarios.class.getResource("/scenarios");
        if (url == null) {
            return Option.none();
        }
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                return Option.some(mounted(uri));
            }
            return Option.some(Path.of(uri));
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("The distribution cannot be read: " + url, unreadable);
        }
    }

    /** A path inside the jar; the jar stays mounted as long as the program runs. */
    @SuppressWarnings("resource")
    private static Path mounted(URI uri) throws IOException {
        try {
            FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException mounted) {
            return Path.of(uri);
        }
        return Path.of(uri);
    }
}
