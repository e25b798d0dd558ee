package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Estimate;
import io.firebreak.core.experiment.Experiment;
import io.firebreak.core.experiment.Journal;
import io.vavr.Tuple;
import io.vavr.collection.Array;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak sweep}. */
@Command(
        name = "sweep",
        description = "Run the first design of a scenario on a grid of values, to see what its figures depend on.",
        footer = {
            "",
            "firebreak sweep black-thursday --world 'priced out' --set 'agents.keepers.gas-cap=150 gwei,160 gwei,170 gwei'"
        })
final class SweepCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A shipped scenario's name, or a file.")
    private String scenario = "";

    @CommandLine.Option(
            names = "--world",
            paramLabel = "NAME",
            description = "In which world the values are changed; as written if you don't say.")
    private @Nullable String world;

    @CommandLine.Option(
            names = "--set",
            paramLabel = "PATH=VALUE,VALUE",
            required = true,
            description = "Values to try at a place of the scenario; with several --set, every combination.")
    private List<String> axes = List.of();

    @CommandLine.Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds; the scenario says, if not you.")
    private @Nullable Integer seeds;

    @CommandLine.Option(
            names = "--metrics",
            paramLabel = "NAME",
            split = ",",
            description = "Which metrics are shown; the important ones, if you don't say.")
    private List<String> metrics = List.of();

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private FormatOption format = new FormatOption();

    SweepCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        running.check();
        Option.of(seeds).forEach(number -> BadInput.below(1, "--seeds", number));
        SweptSource source = SweptSource.of(
                Workbench.file(scenario),
                world,
                LinkedHashMap.ofEntries(Array.ofAll(axes)
                        .map(axis -> axis.split("=", 2))
                        .map(axis -> Tuple.of(axis[0].strip(), values(axis)))));
        Study study = workbench.study(source, Workbench.file(scenario), plugins.folder());
        Experiment experiment = new Experiment(
                study.name(),
                study.scenario()
                        .variants()
                        .filter(each ->
                                each.impact() == study.scenario().impactModes().head()),
                Array.rangeClosed(
                        1L, Option.of(seeds).getOrElse(study.scenario().seeds())),
                running.assurance(),
                0);
        Comparison comparison = Comparison.of(experiment, running.run(workbench, experiment, Journal.none(), line));
        comparison.failures().forEach(failed -> line.getErr()
                .println(failed.trial().label() + ": "
                        + failed.result().failure().get().message()));
        Seq<Column> shown = CompareCommand.shown(comparison, Array.ofAll(metrics));
        if (format.json()) {
            FormatOption.print(line.getOut(), json(comparison, shown, source.cells()));
        } else {
            line.getOut().print(table(comparison, shown));
            line.getOut().flush();
        }
        return comparison.failures().isEmpty() ? Firebreak.OK : Firebreak.CHECK_FAILED;
    }

    private static Seq<String> values(String[] axis) {
        if (axis.length < 2 || axis[1].isBlank()) {
            throw new BadInput("--set " + axis[0] + " has no values. Maybe '" + axis[0] + "=1,2,3'.");
        }
        return Array.of(axis[1].split(",")).map(String::strip);
    }

    private static Estimate estimate(Comparison comparison, Column metric, String cell) {
        return comparison.estimate(
                comparison.designs().head(),
                metric,
                cell,
                comparison.experiment().headline());
    }

    private static String table(Comparison comparison, Seq<Column> shown) {
        Seq<String> header =
                shown.map(metric -> metric.name() + " [" + metric.unit() + "]").prepend("");
        Seq<Seq<String>> rows = comparison.worlds().map(cell -> shown.map(metric -> {
                    Estimate estimate = estimate(comparison, metric, cell);
                    return Figures.scaled(estimate.mean()) + " ± " + Figures.scaled(estimate.deviation());
                })
                .prepend(cell));
        return new TextTable(Array.of(header), rows, true).render();
    }

    private static ObjectNode json(Comparison comparison, Seq<Column> shown, Map<String, Map<String, String>> cells) {
        ObjectNode root = FormatOption.JSON.createObjectNode();
        root.put("scenario", comparison.experiment().scenario());
        comparison.experiment().seeds().forEach(root.putArray("seeds")::add);
        ArrayNode array = root.putArray("cells");
        for (String cell : comparison.worlds()) {
            ObjectNode node = array.addObject();
            ObjectNode set = node.putObject("set");
            cells.get(cell).get().forEach(set::put);
            ObjectNode figures = node.putObject("metrics");
            for (Column metric : shown) {
                Estimate estimate = estimate(comparison, metric, cell);
                ObjectNode figure = figures.putObject(metric.name());
                ComparisonJson.number(figure, "mean", estimate.mean());
                ComparisonJson.number(figure, "spread", estimate.deviation());
            }
        }
        return root;
    }
}
