package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.scenario.Counted;
import io.firebreak.core.scenario.Problem;
import io.firebreak.core.scenario.Scenario;
import io.firebreak.core.scenario.ScenarioReader;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak validate}. */
@Command(name = "validate", description = "Check a scenario, and name every mistake with its place.")
final class ValidateCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scenario.")
    private Path file = Path.of("");

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private FormatOption format = new FormatOption();

    ValidateCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Either<Seq<Problem>, Scenario> read = new ScenarioReader(workbench.mechanisms(plugins.folder())).read(file);
        if (format.json()) {
            ObjectNode root = FormatOption.JSON.createObjectNode();
            root.put("valid", read.isRight());
            ArrayNode problems = root.putArray("problems");
            for (Seq<Problem> found : read.swap()) {
                found.forEach(problem -> problems.addObject()
                        .put("file", problem.file())
                        .put("line", problem.line())
                        .put("column", problem.column())
                        .put("path", problem.path())
                        .put("value", problem.value())
                        .put("message", problem.message()));
            }
            ArrayNode warnings = root.putArray("warnings");
            read.forEach(scenario -> warnings(scenario).forEach(warnings::add));
            FormatOption.print(line.getOut(), root);
        } else if (read.isLeft()) {
            throw new BadInput(read.getLeft().map(Problem::toString));
        } else {
            Scenario scenario = read.get();
            line.getOut()
                    .println(file + " is valid: "
                            + Counted.of(scenario.designs().size(), "design") + " ("
                            + scenario.designs().mkString(", ") + ") in "
                            + Counted.of(scenario.worlds().size(), "world") + " ("
                            + scenario.worlds().mkString(", ") + "), " + Counted.of(scenario.seeds(), "seed"));
            warnings(scenario).forEach(warning -> line.getOut().println("warning: " + warning));
            line.getOut().flush();
        }
        return read.isRight() ? Firebreak.OK : Firebreak.BAD_INPUT;
    }

    /** By design; impact modes and worlds rarely differ in them. */
    private static Seq<String> warnings(Scenario scenario) {
        return scenario.variants()
                .flatMap(variant -> Engine.warnings(variant.economy()).map(each -> variant.design() + ": " + each))
                .distinct();
    }
}
