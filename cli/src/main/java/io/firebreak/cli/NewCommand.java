package io.firebreak.cli;

import io.firebreak.core.results.ResultFolder;
import io.firebreak.core.wiring.Socket;
import io.vavr.collection.Array;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak new}. */
@Command(
        name = "new",
        description =
                "Begin a mechanism: a Maven project with a liquidation model that works, its test and a scenario.",
        footer = {"", "firebreak new my-auction --out my-auction", "cd my-auction && mvn test"})
final class NewCommand implements Runnable {
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Of the mechanism: lower-case words joined by hyphens.")
    private String name = "";

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the project, which must not be there or be empty; NAME if you don't say.")
    private @Nullable Path out;

    @CommandLine.Option(
            names = "--group",
            paramLabel = "GROUP",
            defaultValue = "com.example",
            description = "Maven's group id, and the beginning of the package; com.example if you don't say.")
    private String group = "com.example";

    NewCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        String type = type();
        String place = group + "." + name.replace("-", "");
        refuse(type, place);
        Path given = out;
        Path folder = given == null ? Path.of(name) : given;
        Map<String, String> words = LinkedHashMap.of(
                "@name@", name, "@Class@", type, "@package@", place, "@path@", place.replace('.', '/'));
        Map<String, String> all = words.put("@group@", group).put("@version@", version());
        Map<String, String> files = files(type, place.replace('.', '/'));
        ResultFolder.openFresh(folder).publish(draft -> write(draft, files, all));
        line.getOut()
                .println("created " + folder + ": the model is "
                        + folder.resolve("src/main/java")
                                .resolve(place.replace('.', '/'))
                                .resolve(type + ".java"));
        line.getOut().println("next: read " + folder.resolve("README.md") + ", then 'mvn test' in " + folder);
        line.getOut().flush();
    }

    private void refuse(String type, String place) {
        if (!name.matches(NAME)) {
            throw new BadInput("'" + name + "' is no name for a mechanism: lower-case words joined by hyphens."
                    + " Maybe 'my-auction'.");
        }
        workbench.mechanisms(Option.none()).find(Socket.LIQUIDATION, name).forEach(taken -> {
            throw new BadInput("'" + name + "' is the name of a "
                    + taken.socket().title() + " that ships: " + taken.about() + " Maybe 'my-" + name + "'.");
        });
        if (!SourceVersion.isName(group)) {
            throw new BadInput("'" + group + "' is no group id: Java names joined by dots. Maybe 'com.example'.");
        }
        if (!SourceVersion.isName(place) || template("Model.java").contains("." + type + ";") || isOfJava(type)) {
            throw new BadInput(
                    "'" + name + "' is a word that the code needs for something else. Maybe 'my-" + name + "'.");
        }
    }

    private static boolean isOfJava(String type) {
        return NewCommand.class.getResource("/java/lang/" + type + ".class") != null;
    }

    /** {@code MyAuction}. */
    private String type() {
        return Array.of(name.split("-", -1))
                .map(word -> word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .mkString();
    }

    /** Of Firebreak's own artifacts: classes that no jar holds know no version. */
    static String version() {
        String own = Firebreak.version();
        return own.equals("development") ? "0.1.0-SNAPSHOT" : own;
    }

    /** Template by file. */
    private static Map<String, String> files(String type, String path) {
        return LinkedHashMap.<String, String>empty()
                .put("pom.xml", "pom.xml")
                .put(".gitignore", "gitignore")
                .put("README.md", "README.md")
                .put("scenario.yaml", "scenario.yaml")
                .put("src/main/java/" + path + "/" + type + ".java", "Model.java")
                .put("src/main/java/" + path + "/" + type + "Plugin.java", "Plugin.java")
                .put("src/main/resources/META-INF/services/io.firebreak.api.plugin.FirebreakModule", "services")
                .put("src/test/java/" + path + "/" + type + "Test.java", "Test.java");
    }

    private static void write(Path folder, Map<String, String> files, Map<String, String> words) throws IOException {
        for (var file : files) {
            Path target = folder.resolve(file._1);
            Files.createDirectories(target.getParent());
            Files.writeString(
                    target, words.foldLeft(template(file._2), (text, word) -> text.replace(word._1, word._2)));
        }
    }

    private static String template(String name) {
        try (InputStream text = NewCommand.class.getResourceAsStream("new/" + name + ".txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
