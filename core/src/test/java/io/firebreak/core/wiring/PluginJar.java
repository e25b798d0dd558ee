package io.firebreak.core.wiring;

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
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A plugin jar, compiled from source by the test against api alone. */
final class PluginJar {
    private static final String SERVICE = "META-INF/services/" + FirebreakModule.class.getName();

    private final Path work;
    private final List<String> services = new ArrayList<>();
    private final List<Path> sources = new ArrayList<>();

    PluginJar(Path work) throws IOException {
        this.work = Files.createDirectories(work);
    }

    /** Adds a class of package {@code sample}; its text follows the imports. */
    PluginJar with(String name, String text) throws IOException {
        Path source = work.resolve(name + ".java");
        Files.writeString(
                source,
                """
                package sample;
                import io.firebreak.api.liquidation.*;
                import io.firebreak.api.loss.*;
                import io.firebreak.api.margin.*;
                import io.firebreak.api.action.*;
                import io.firebreak.api.number.*;
                import io.firebreak.api.plugin.*;
                import io.firebreak.api.metric.*;
                import io.vavr.collection.*;
                import io.vavr.control.*;
                """
                        + text);
        sources.add(source);
        return this;
    }

    PluginJar offering(String module) {
        services.add("sample." + module);
        return this;
    }

    /** Compiles, and packs what was compiled but the classes left out. */
    void write(Path jar, String... without) throws IOException, URISyntaxException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-classpath", classPath()));
        sources.forEach(source -> arguments.add(source.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failures = compiler.run(null, null, null, arguments.toArray(new String[0]));
        if (failures != 0) {
            throw new AssertionError("the plugin does not compile");
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (!List.of(without).contains(name)) {
                    add(out, name, Files.readAllBytes(file));
                }
            }
            if (!services.isEmpty()) {
                add(out, SERVICE, String.join("\n", services).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type :
                List.of(FirebreakModule.class, Guice.class, Seq.class, org.jspecify.annotations.NullMarked.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return places.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
