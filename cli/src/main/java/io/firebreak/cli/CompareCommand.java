package io.firebreak.cli;

import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Experiment;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.ResultHash;
import io.firebreak.core.results.ResultFolder;
import io.firebreak.core.scenario.Counted;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak compare}. */
@Command(
        name = "compare",
        description = "Run every design of a scenario in the same worlds, seed by seed, and compare them.",
        footer = {
            "",
            "Results are written as Parquet and DuckDB, with a manifest and an HTML report. A comparison that was",
            "interrupted goes on where it stopped when it is started again."
        })
final class CompareCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A shipped scenario's name, or a file.")
    private String scenario = "";

    @CommandLine.Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds; the scenario says, if not you.")
    private @Nullable Integer seeds;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go: firebreak-results/SCENARIO.")
    private @Nullable Path out;

    @CommandLine.Option(
            names = "--metrics",
            paramLabel = "NAME",
            split = ",",
            description = "Which metrics the table shows; the important ones, if you don't say.")
    private List<String> metrics = List.of();

    @CommandLine.Option(names = "--all", description = "Show all metrics.")
    private boolean all;

    @CommandLine.Option(names = "--by-world", description = "Show a table for each world and impact mode too.")
    private boolean byWorld;

    @CommandLine.Option(names = "--no-report", description = "Write no HTML report.")
    private boolean noReport;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private FormatOption format = new FormatOption();

    CompareCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
        Study study = workbench.study(scenario, plugins.folder());
        running.check();
        Option.of(seeds).forEach(number -> BadInput.below(1, "--seeds", number));
        Experiment experiment = study.experiment(
                Array.rangeClosed(
                        1L, Option.of(seeds).getOrElse(study.scenario().seeds())),
                running.assurance());
        Path folder = Option.of(out).getOrElse(() -> Path.of("firebreak-results", study.name()));
        ResultFolder results = ResultFolder.open(folder);
        Seq<Outcome> outcomes =
                running.run(workbench, experiment, results.journal(Publication.fingerprint(study, experiment)), line);
        Comparison comparison = Comparison.of(experiment, outcomes);
        String hash = ResultHash.of(outcomes);
        Publication publication = new Publication(study, comparison, hash, !noReport);
        results.publish(publication::writeTo);
        if (format.json()) {
            FormatOption.print(line.getOut(), ComparisonJson.of(comparison, hash, publication.files(folder)));
        } else {
            print(line.getOut(), study, comparison, shown(comparison), hash, publication.files(folder));
        }
        return comparison.failures().isEmpty() ? Firebreak.OK : Firebreak.CHECK_FAILED;
    }

    private void print(
            PrintWriter text, Study study, Comparison comparison, Headlines shown, String hash, Seq<Path> files) {
        if (!comparison.failures().isEmpty()) {
            text.println(comparison.failures().size() + " of "
                    + Counted.of(comparison.outcomes().size(), "run") + " failed; their figures are missing below:");
            comparison
                    .failures()
                    .groupBy(failed -> failed.result().failure().get().toString())
                    .values()
                    .take(5)
                    .forEach(alike -> text.println("  "
                            + alike.head().trial().label()
                            + (alike.size() > 1 ? " and " + (alike.size() - 1) + " more" : "") + ": "
                            + Progress.why(alike.head())));
            text.println();
        }
        comparison
                .warnings()
                .forEach((warning, runs) -> text.println("warning (" + Counted.of(runs, "run") + "): " + warning));
        ComparisonTable table = new ComparisonTable(comparison, shown, study.bounds());
        text.print(table.render());
        if (byWorld) {
            text.print(table.renderEach());
        }
        text.println();
        text.println("result hash  " + hash);
        files.forEach(file -> text.println("written      " + file));
        text.flush();
    }

    private Headlines shown(Comparison comparison) {
        return all
                ? Headlines.of(comparison, comparison.metrics())
                : metrics.isEmpty()
                        ? Headlines.of(comparison)
                        : Headlines.of(comparison, shown(comparison, Array.ofAll(metrics)));
    }

    /** The metrics of those names; the important ones where there are no names. */
    static Seq<Column> shown(Comparison comparison, Seq<String> names) {
        if (names.isEmpty()) {
            return Headlines.important(comparison);
        }
        return names.map(name -> comparison
                .metrics()
                .find(metric -> metric.name().equals(name))
                .getOrElseThrow(() -> new BadInput("There is no metric '" + name + "'. The scenario has "
                        + comparison.metrics().map(Column::name).mkString(", ") + ".")));
    }
}
