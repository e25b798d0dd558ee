package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.results.ResultFolder;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak scenarios}. */
@Command(name = "scenarios", description = "List the scenarios that come with Firebreak, or copy one out for editing.")
final class ScenariosCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void run() {
        list(format);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List them.")
    void list(@Mixin FormatOption chosen) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Seq<String> names = ShippedScenarios.names();
        if (chosen.json()) {
            ObjectNode root = FormatOption.JSON.createObjectNode();
            ArrayNode scenarios = root.putArray("scenarios");
            names.forEach(name -> scenarios.addObject().put("name", name).put("title", ShippedScenarios.title(name)));
            FormatOption.print(line.getOut(), root);
        } else {
            line.getOut()
                    .print(TextTable.of(
                                    Array.of("scenario", "what it is"),
                                    names.map(name -> Array.of(name, ShippedScenarios.title(name))))
                            .render());
            line.getOut().flush();
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Copy a scenario and its files to a folder.")
    void export(
            @Parameters(paramLabel = "NAME", description = "The scenario's name.") String name,
            @CommandLine.Option(names = "--out", paramLabel = "DIR", description = "Where to; ./NAME if you don't say.")
                    @Nullable
                    Path out) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Path source = ShippedScenarios.folder(name).getOrElseThrow(() -> ShippedScenarios.unknown(name));
        Path target = Option.of(out).getOrElse(() -> Path.of(name));
        ResultFolder.openFresh(target).publish(folder -> copy(source, folder));
        line.getOut().println(target.resolve(ShippedScenarios.FILE));
        line.getOut().flush();
    }

    private static void copy(Path source, Path folder) throws IOException {
        for (Path file : ShippedScenarios.files(source)) {
            Path copy = folder.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(file));
        }
    }
}
