package io.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import io.firebreak.api.plugin.FirebreakModule;
import io.vavr.collection.Seq;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Plugins of the test resources: compiled against api alone, and packed. */
final class PluginJar {
    static final Path RESOURCES = Path.of("src/test/resources");

    private PluginJar() {}

    /** The jar, alone in its folder; classes of api that lie beside the plugin's sources are not packed. */
    static Path of(String plugin, Path folder) throws IOException, URISyntaxException {
        Path sources = RESOURCES.resolve(plugin);
        Path classes = Files.createDirectories(folder.resolve(plugin + "-classes"));
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-proc:none", "-d", classes.toString(), "-classpath", apiAlone()));
        files(sources, ".java").forEach(source -> arguments.add(source.toString()));
        int failures = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        assertThat(failures).as("the plugin compiles").isZero();
        Path plugins = Files.createDirectories(folder.resolve(plugin));
        Path jar = plugins.resolve(plugin + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, classes, ".class");
            add(out, sources, "FirebreakModule");
        }
        return jar;
    }

    private static void add(JarOutputStream out, Path root, String ending) throws IOException {
        for (Path file : files(root, ending)) {
            String name = root.relativize(file).toString().replace(File.separatorChar, '/');
            if (!name.startsWith("io/firebreak/api/")) {
                out.putNextEntry(new JarEntry(name));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Where api lies, and what api itself depends on; nothing else of Firebreak's. */
    private static String apiAlone() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(FirebreakModule.class, Guice.class, Seq.class, NullMarked.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return places.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
