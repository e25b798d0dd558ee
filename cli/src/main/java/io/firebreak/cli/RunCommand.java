package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Trial;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.results.ResultFolder;
import io.firebreak.core.results.ResultTables;
import io.firebreak.core.scenario.Counted;
import io.vavr.collection.Array;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak run}. */
@Command(name = "run", description = "Run one design with one seed, and show its course.")
final class RunCommand implements Callable<Integer> {
    private static final int LINE = 60;

    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A shipped scenario's name, or a file.")
    private String scenario = "";

    @Mixin
    private RunChoice choice = new RunChoice();

    @CommandLine.Option(
            names = "--assurance",
            paramLabel = "LEVEL",
            description = "How much the engine checks itself: none, block (default), action, full.")
    private Assurance assurance = Assurance.BLOCK;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the run with its events as Parquet and DuckDB.")
    private @Nullable Path out;

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private FormatOption format = new FormatOption();

    RunCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Study study = workbench.study(scenario, plugins.folder());
        Trial trial = choice.trial(study);
        long sample = Study.sampleMillis(trial.variant().economy());
        RunResult result = workbench
                .runner()
                .run(trial.variant().economy(), new RunOptions(trial.seed(), assurance, true, sample));
        if (out != null) {
            ResultFolder.open(out).publish(folder -> ResultTables.write(folder, new Outcome(trial, result)));
        }
        if (format.json()) {
            FormatOption.print(line.getOut(), json(study, trial, result));
        } else {
            print(line.getOut(), trial, result);
        }
        return result.failure().isEmpty() ? Firebreak.OK : Firebreak.CHECK_FAILED;
    }

    private static Map<String, Integer> counts(RunResult result) {
        Map<String, Integer> counts = TreeMap.empty();
        for (Event event : result.events()) {
            String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            counts = counts.put(kind, counts.getOrElse(kind, 0) + 1);
        }
        return counts;
    }

    private static void print(PrintWriter text, Trial trial, RunResult result) {
        text.println(trial.label() + ", " + Counted.of(result.blocks(), "block"));
        result.failure().forEach(failure -> {
            text.println();
            text.println("FAILED in block " + failure.block() + ", rule " + failure.rule() + ", " + failure.mechanism()
                    + ": " + failure.message());
        });
        result.warnings().forEach(warning -> text.println("warning: " + warning));
        text.println();
        Seq<Seq<String>> lines = result.timeline().map(series -> {
            Array<Double> values =
                    Array.ofAll(series.points()).map(RunResult.Point::value).reject(value -> Double.isNaN(value));
            return Array.of(
                    series.name(),
                    Sparkline.of(series, LINE),
                    Figures.scaled(values.min().getOrElse(Double.NaN)),
                    Figures.scaled(values.max().getOrElse(Double.NaN)),
                    Figures.scaled(values.lastOption().getOrElse(Double.NaN)),
                    series.unit());
        });
        text.print(TextTable.of(Array.of("over time", "", "lowest", "highest", "last", "unit"), lines)
                .render());
        text.println();
        text.print(TextTable.of(
                        Array.of("measure", "value"),
                        result.measures()
                                .map(measure ->
                                        Array.of(measure.name(), Figures.withUnit(measure.value(), measure.unit()))))
                .render());
        text.println();
        text.print(TextTable.of(
                        Array.of("event", "how often"),
                        counts(result).toArray().map(count -> Array.of(count._1(), String.valueOf(count._2()))))
                .render());
        text.println();
        text.println("run hash  " + result.hash());
        text.flush();
    }

    private static ObjectNode json(Study study, Trial trial, RunResult result) {
        ObjectNode root = FormatOption.JSON.createObjectNode();
        root.put("scenario", study.name());
        root.put("design", trial.variant().design());
        root.put("world", trial.variant().world());
        root.put("impact", Variant.word(trial.variant().impact()));
        root.put("seed", trial.seed());
        root.put("runHash", result.hash());
        root.put("blocks", result.blocks());
        ObjectNode measures = root.putObject("measures");
        for (RunResult.Measure measure : result.measures()) {
            ObjectNode node = measures.putObject(measure.name());
            ComparisonJson.number(node, "value", measure.value());
            node.put("unit", measure.unit());
        }
        ArrayNode timeline = root.putArray("timeline");
        for (RunResult.Series series : result.timeline()) {
            ObjectNode node = timeline.addObject().put("name", series.name()).put("unit", series.unit());
            ArrayNode times = node.putArray("timeMillis");
            ArrayNode values = node.putArray("values");
            for (RunResult.Point point : series.points()) {
                times.add(point.timeMillis());
                if (Double.isFinite(point.value())) {
                    values.add(point.value());
                } else {
                    values.addNull();
                }
            }
        }
        ObjectNode events = root.putObject("events");
        counts(result).forEach(events::put);
        result.failure().forEach(failure -> root.putObject("failure")
                .put("rule", failure.rule())
                .put("mechanism", failure.mechanism())
                .put("block", failure.block())
                .put("message", failure.message()));
        result.warnings().forEach(root.putArray("warnings")::add);
        return root;
    }
}
