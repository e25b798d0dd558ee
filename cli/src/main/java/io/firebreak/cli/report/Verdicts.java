package io.firebreak.cli.report;

import static io.firebreak.cli.report.Html.columnHeader;
import static io.firebreak.cli.report.Html.paragraph;
import static io.firebreak.cli.report.Html.row;
import static io.firebreak.cli.report.Html.rowHeader;
import static io.firebreak.cli.report.Html.table;
import static io.firebreak.cli.report.Html.tag;
import static io.firebreak.cli.report.Html.text;

import io.firebreak.api.metric.Better;
import io.firebreak.cli.report.ReportModel.Design;
import io.firebreak.cli.report.ReportModel.Difference;
import io.firebreak.cli.report.ReportModel.Gap;
import io.firebreak.cli.report.ReportModel.Metric;
import io.firebreak.core.scenario.Counted;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Predicate;

/** Which differences hold in every world and impact mode, and why the others don't count. */
final class Verdicts {
    private Verdicts() {}

    static Html section(Page page) {
        Seq<Design> others = page.model().designs().reject(design -> design.name()
                .equals(page.model().baseline()));
        if (page.model().differences().isEmpty() || page.judged().isEmpty()) {
            return tag("section", tag("h2", "Verdicts"), paragraph("There is nothing to compare."));
        }
        return tag(
                "section",
                tag("h2", "Verdicts"),
                tag("h3", "What survives every world and impact mode"),
                tag("dl", page.remedies().map(design -> survival(page, design))),
                tag("h3", "Against “" + page.model().baseline() + "”"),
                paragraph(
                        "Each cell gives the verdict and, below it, the smallest and the largest mean difference over the "
                                + Counted.of(page.model().settings().size(), "setting")
                                + " (worlds × impact modes)."),
                table(
                        text("Difference from “" + page.model().baseline() + "”"),
                        List.of(Comparison.head(page, page.judged())),
                        others.map(design -> row(page.judged()
                                        .map(metric -> verdict(page, design, metric))
                                        .prepend(rowHeader(page.name(design))))
                                .of(design.bound() ? "bound" : ""))),
                reasons(page, others));
    }

    private static Html survival(Page page, Design design) {
        String better = labels(page, design, difference -> difference.resolved() && improves(page, difference));
        String worse = labels(page, design, difference -> difference.resolved() && !improves(page, difference));
        String open = labels(page, design, difference -> !difference.resolved());
        Seq<String> sentences = List.of(
                better.isEmpty() ? "No improvement survives." : "Better on " + better + ".",
                worse.isEmpty() ? "" : "Worse on " + worse + ".",
                open.isEmpty() ? "" : "Not resolved: " + open + ".");
        return Html.all(
                tag("dt", design.name()).of(better.isEmpty() ? "open" : "survives"),
                tag("dd", sentences.reject(String::isEmpty).mkString(" ")));
    }

    private static String labels(Page page, Design design, Predicate<Difference> which) {
        return page.judged()
                .filter(metric -> page.difference(design, metric).exists(which))
                .map(Metric::label)
                .mkString(", ");
    }

    private static boolean improves(Page page, Difference difference) {
        boolean lower = difference.gaps().forAll(gap -> gap.estimate().mean() < 0);
        return page.model()
                .metrics()
                .exists(metric ->
                        metric.name().equals(difference.metric()) && (metric.better() == Better.LOWER) == lower);
    }

    private static Html verdict(Page page, Design design, Metric metric) {
        return page.difference(design, metric)
                .map(difference -> {
                    Scale scale = page.scale(metric);
                    String word =
                            difference.resolved() ? improves(page, difference) ? "better" : "worse" : "not resolved";
                    Seq<Double> means = difference
                            .gaps()
                            .map(gap -> gap.estimate().mean())
                            .reject(mean -> mean.isNaN())
                            .sorted();
                    String range = means.isEmpty()
                            ? "not defined"
                            : scale.signed(means.head()) + " … " + scale.signed(means.last());
                    return tag(
                                    "td",
                                    tag("span", word).of("mark " + word.replace(' ', '-')),
                                    tag("div", range).of("spread"))
                            .of("number");
                })
                .getOrElse(Html.number("–"));
    }

    /** Metrics that are not resolved for the same reason share a row. */
    private static Html reasons(Page page, Seq<Design> others) {
        Seq<Html> rows = others.reject(Design::bound).flatMap(design -> {
            Map<String, Seq<Metric>> byReason = LinkedHashMap.ofEntries(page.judged()
                    .filter(metric -> page.unresolved(design, metric))
                    .groupBy(metric -> page.difference(design, metric)
                            .map(difference -> reason(metric, difference))
                            .getOrElse("")));
            return byReason.zipWithIndex().map(each -> {
                Seq<Html> cells =
                        List.of(Html.cell(each._1._2.map(Metric::label).mkString(", ")), Html.cell(each._1._1));
                return row(
                        each._2 == 0
                                ? cells.prepend(tag("th", page.name(design))
                                        .with("scope", "rowgroup")
                                        .with("rowspan", Integer.toString(byReason.size())))
                                : cells);
            });
        });
        return rows.isEmpty()
                ? Html.NOTHING
                : table(
                        text("Why a difference is not resolved"),
                        List.of(row(List.of(
                                columnHeader("Design").of("wide"),
                                columnHeader("Metrics").of("wide"),
                                columnHeader("Reason")))),
                        rows);
    }

    /** Names the settings in which noise hides the difference, and those between which its sign flips. */
    static String reason(Metric metric, Difference difference) {
        Seq<Gap> noisy = difference
                .gaps()
                .reject(gap -> gap.estimate().low() > 0 || gap.estimate().high() < 0);
        Seq<Gap> lower = difference.gaps().filter(gap -> gap.estimate().high() < 0);
        Seq<Gap> higher = difference.gaps().filter(gap -> gap.estimate().low() > 0);
        Option<String> flip = lower.isEmpty() || higher.isEmpty()
                ? Option.none()
                : Option.some((metric.better() == Better.LOWER ? "better in " : "worse in ")
                        + settings(lower)
                        + (metric.better() == Better.LOWER ? ", worse in " : ", better in ")
                        + settings(higher));
        Option<String> noise = noisy.isEmpty()
                ? Option.none()
                : Option.some(
                        noisy.size() == difference.gaps().size()
                                ? "the interval contains zero in every setting"
                                : "the interval contains zero in " + settings(noisy));
        return List.of(flip, noise).flatMap(each -> each).mkString("; ");
    }

    private static String settings(Seq<Gap> gaps) {
        Seq<String> names = gaps.map(gap -> "“" + gap.setting() + "”");
        return gaps.size() > 4
                ? gaps.size() + " settings"
                : gaps.size() == 1 ? names.head() : names.init().mkString(", ") + " and " + names.last();
    }
}
