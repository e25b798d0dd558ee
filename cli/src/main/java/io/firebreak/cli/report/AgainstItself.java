package io.firebreak.cli.report;

import static io.firebreak.cli.report.Html.cell;
import static io.firebreak.cli.report.Html.columnHeader;
import static io.firebreak.cli.report.Html.number;
import static io.firebreak.cli.report.Html.paragraph;
import static io.firebreak.cli.report.Html.row;
import static io.firebreak.cli.report.Html.rowHeader;
import static io.firebreak.cli.report.Html.table;
import static io.firebreak.cli.report.Html.tag;
import static io.firebreak.cli.report.Html.text;

import io.firebreak.cli.report.ReportModel.FailedRun;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.scenario.Counted;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Locale;

/** What speaks against the results, before any of them: failures, warnings, misfits, and what noise hides. */
final class AgainstItself {
    private AgainstItself() {}

    static Html section(Page page) {
        return tag(
                "section",
                tag("h2", "What speaks against these results"),
                tag("h3", "Failed runs"),
                failures(page.model()),
                tag("h3", "Warnings"),
                page.model().warnings().isEmpty()
                        ? paragraph("None.")
                        : Html.list(page.model().warnings().map(Html::text)).of("warnings"),
                misfits(page.model()),
                tag("h3", "Noise"),
                noise(page));
    }

    private static Html failures(ReportModel model) {
        int failed = model.failures().size();
        if (failed == 0) {
            return paragraph(
                    model.runs() == 0 ? "Nothing was run." : "None of " + Counted.of(model.runs(), "run") + ".");
        }
        return Html.all(
                paragraph(String.format(
                                Locale.ROOT,
                                "%,d of %s failed and are missing from every figure below.",
                                failed,
                                Counted.of(model.runs(), "run")))
                        .of("alarm"),
                table(
                        text("Runs that were stopped"),
                        List.of(row(List.of(
                                columnHeader("Design"),
                                columnHeader("World, impact"),
                                columnHeader("Seed").of("number"),
                                columnHeader("Block").of("number"),
                                columnHeader("Mechanism"),
                                columnHeader("Why")))),
                        model.failures()
                                .groupBy(run -> run.design() + run.failure())
                                .values()
                                .map(AgainstItself::failure)
                                .toList()));
    }

    /** Runs of one design that failed alike. */
    private static Html failure(Seq<FailedRun> alike) {
        FailedRun run = alike.head();
        RunResult.Failure failure = run.failure();
        String why = failure.rule() == 0 || failure.message().startsWith("rule ")
                ? failure.message()
                : "Rule " + failure.rule() + ": " + failure.message();
        return row(List.of(
                rowHeader(run.design()),
                cell(run.setting() + (alike.size() > 1 ? ", and " + (alike.size() - 1) + " more" : "")),
                number(Long.toString(run.seed())),
                number(String.format(Locale.ROOT, "%,d", failure.block())),
                cell(failure.mechanism()),
                cell(why)));
    }

    private static Html misfits(ReportModel model) {
        return model.replay()
                .map(replay -> {
                    Seq<Html> named = replay.targets().flatMap(target -> target.simulated()
                            .filter(world ->
                                    replay.isMisfit(target, world.estimate().mean()))
                            .map(world -> text(target.label()
                                    + (target.gated() ? "" : " (a prediction, not aimed at)") + " in “"
                                    + world.world() + "”: " + ReplaySection.misfit(target, world))));
                    String bar = "±" + Page.percent(replay.tolerance()) + " of the record";
                    return Html.all(
                            tag("h3", "Misfits"),
                            named.isEmpty()
                                    ? paragraph("Every replayed figure is within " + bar + ".")
                                    : Html.all(
                                            paragraph("Replayed figures that are not within " + bar + ":"),
                                            Html.list(named).of("warnings")));
                })
                .getOrElse(Html.NOTHING);
    }

    private static Html noise(Page page) {
        ReportModel model = page.model();
        if (model.differences().isEmpty()) {
            return paragraph("No differences between designs were measured.");
        }
        Seq<Html> rows = page.model()
                .designs()
                .filter(design -> page.judged().exists(metric -> page.unresolved(design, metric)))
                .map(design -> row(List.of(
                        rowHeader(page.name(design)),
                        cell(page.judged()
                                .filter(metric -> page.unresolved(design, metric))
                                .map(ReportModel.Metric::label)
                                .mkString(", ")))));
        Html rule = paragraph("A difference is resolved when its paired " + Page.percent(model.intervalLevel())
                + " interval over " + Counted.of(model.seeds().size(), "seed")
                + " excludes zero, on the same side in every world and impact mode. Otherwise there is no verdict.");
        return rows.isEmpty()
                ? Html.all(rule, paragraph("Every difference from “" + model.baseline() + "” is resolved."))
                : Html.all(
                        rule,
                        table(
                                text("Not resolved against “" + model.baseline() + "”"),
                                List.of(row(
                                        List.of(columnHeader("Design"), columnHeader("Metrics without a verdict")))),
                                rows));
    }
}
