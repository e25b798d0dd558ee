package io.firebreak.cli;

import io.firebreak.cli.report.Report;
import io.firebreak.cli.report.ReportModel;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Difference;
import io.firebreak.core.experiment.Estimate;
import io.firebreak.core.experiment.Interval;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Tail;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.scenario.Scenario;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Locale;

/** Turns a comparison into the report's model. */
record Reporting(Study study, Comparison comparison, String resultHash) {
    private static final double INTERVALS = 0.95;
    private static final double TAILS = 0.95;

    String html() {
        return Report.html(model());
    }

    private ReportModel model() {
        Scenario scenario = study.scenario();
        return new ReportModel(
                scenario.title(),
                scenario.name(),
                scenario.description(),
                resultHash,
                comparison.experiment().seeds(),
                comparison.outcomes().size(),
                comparison.experiment().assurance(),
                INTERVALS,
                TAILS,
                comparison.failures().map(Reporting::failed),
                comparison.warnings().toArray().map(warning -> warning._1() + " (" + warning._2() + " runs)"),
                new ReportModel.Origin(
                        notes(scenario.notes().input()).appendAll(files()),
                        notes(scenario.notes().calibrated()),
                        notes(scenario.notes().result()),
                        ""),
                comparison
                        .designs()
                        .map(design -> new ReportModel.Design(
                                design, "", study.bounds().contains(design))),
                comparison.designs().head(),
                comparison.worlds().map(world -> new ReportModel.World(world, "")),
                comparison.impacts(),
                comparison
                        .metrics()
                        .map(metric -> new ReportModel.Metric(
                                metric.name(), label(metric.name()), metric.unit(), metric.better(), "")),
                figures(),
                comparison
                        .metrics()
                        .flatMap(metric -> comparison.againstFirst(metric).map(Reporting::difference)),
                timelines(),
                Option.none(),
                new ReportModel.Manifest(
                        "firebreak verify DIR",
                        Array.of(
                                        new ReportModel.Entry("Firebreak", Firebreak.version()),
                                        new ReportModel.Entry(
                                                "Java", Runtime.version().toString()))
                                .appendAll(study.inputs().map(file -> new ReportModel.Entry(file._1(), file._2())))
                                .appendAll(study.code().map(jar -> new ReportModel.Entry(jar._1(), jar._2())))));
    }

    private static Seq<ReportModel.Note> notes(Seq<String> sentences) {
        return sentences.map(sentence -> new ReportModel.Note(sentence, ""));
    }

    private Seq<ReportModel.Note> files() {
        return study.scenario()
                .files()
                .map(file -> new ReportModel.Note("file " + file.name(), "SHA-256 " + file.sha256()));
    }

    private static ReportModel.FailedRun failed(Outcome outcome) {
        Variant variant = outcome.trial().variant();
        return new ReportModel.FailedRun(
                variant.design(),
                new ReportModel.Setting(variant.world(), variant.impact()),
                outcome.trial().seed(),
                outcome.result().failure().get());
    }

    private static String label(String name) {
        int dot = name.lastIndexOf('.');
        String words = name.substring(dot + 1).replace('-', ' ');
        return dot < 0 ? words : name.substring(0, dot) + ": " + words;
    }

    private Seq<ReportModel.Figure> figures() {
        return comparison.designs().flatMap(design -> comparison.worlds().flatMap(world -> comparison
                .impacts()
                .flatMap(impact -> comparison.metrics().map(metric -> figure(design, world, impact, metric)))));
    }

    private ReportModel.Figure figure(String design, String world, ImpactMode impact, Column metric) {
        Tail tail = comparison.tail(design, metric, world, impact);
        return new ReportModel.Figure(
                design,
                new ReportModel.Setting(world, impact),
                metric.name(),
                estimate(comparison.estimate(design, metric, world, impact)),
                Option.when(
                        !Double.isNaN(tail.shortfall()),
                        new ReportModel.Tail(tail.shortfall(), low(tail.interval()), high(tail.interval()))));
    }

    private static ReportModel.Difference difference(Difference difference) {
        return new ReportModel.Difference(
                difference.design(),
                difference.metric().name(),
                difference
                        .cells()
                        .map(cell -> new ReportModel.Gap(
                                new ReportModel.Setting(cell.world(), cell.impact()), estimate(cell.difference()))));
    }

    private static ReportModel.Estimate estimate(Estimate estimate) {
        return new ReportModel.Estimate(
                estimate.mean(), estimate.deviation(), low(estimate.interval()), high(estimate.interval()));
    }

    private static double low(Option<Interval> interval) {
        return interval.map(Interval::low).getOrElse(Double.NaN);
    }

    private static double high(Option<Interval> interval) {
        return interval.map(Interval::high).getOrElse(Double.NaN);
    }

    /** The first world under the headline impact, first seed: prices with their oracles, then each venue's lines by design. */
    private Seq<ReportModel.TimeChart> timelines() {
        long seed = comparison.experiment().seeds().head();
        String world = comparison.worlds().head();
        Seq<Outcome> shown = comparison
                .outcomes()
                .filter(outcome -> outcome.trial().seed() == seed
                        && outcome.trial().variant().world().equals(world)
                        && outcome.trial().variant().impact()
                                == comparison.experiment().headline()
                        && outcome.result().failure().isEmpty());
        if (shown.isEmpty()) {
            return Array.empty();
        }
        String caption = (world.isEmpty() ? "" : "World “" + world + "”, ") + "impact "
                + Variant.word(comparison.experiment().headline()) + ", seed " + seed;
        Seq<RunResult.Series> first = shown.head().result().timeline();
        Seq<ReportModel.TimeChart> prices = first.filter(series -> series.name().startsWith("price "))
                .map(price -> prices(
                        price, first, caption + ", " + comparison.designs().head()));
        Seq<ReportModel.TimeChart> others = first.reject(Reporting::isPrice)
                .map(series -> new ReportModel.TimeChart(series.name(), caption, byDesign(series.name(), shown)));
        return prices.appendAll(others);
    }

    private static boolean isPrice(RunResult.Series series) {
        return series.name().startsWith("price ")
                || series.name().startsWith("path ")
                || series.name().startsWith("oracle ");
    }

    /** The outside price, its path without impact, and the oracles whose name begins as the market's does. */
    private static ReportModel.TimeChart prices(RunResult.Series price, Seq<RunResult.Series> all, String caption) {
        String market = price.name().substring("price ".length());
        Seq<ReportModel.Trace> path = all.filter(series -> series.name().equals("path " + market))
                .map(series -> new ReportModel.Trace(series, ReportModel.Shape.LINE));
        Seq<ReportModel.Trace> oracles = all.filter(series ->
                        series.name().toLowerCase(Locale.ROOT).startsWith("oracle " + market.toLowerCase(Locale.ROOT)))
                .map(series -> new ReportModel.Trace(
                        new RunResult.Series(series.name(), price.unit(), series.points()), ReportModel.Shape.STEP));
        return new ReportModel.TimeChart(
                price.name(),
                caption,
                path.appendAll(oracles).prepend(new ReportModel.Trace(price, ReportModel.Shape.LINE)));
    }

    /** A line for each design; one line where all designs have the same. */
    private Seq<ReportModel.Trace> byDesign(String name, Seq<Outcome> shown) {
        Seq<ReportModel.Trace> lines = shown.flatMap(outcome -> outcome.result()
                .timeline()
                .filter(series -> series.name().equals(name))
                .map(series -> new ReportModel.Trace(
                        new RunResult.Series(outcome.trial().variant().design(), series.unit(), series.points()),
                        name.endsWith("by hour") ? ReportModel.Shape.STEP : ReportModel.Shape.LINE)));
        boolean same = lines.map(line -> line.series().points()).distinct().size() == 1;
        return same
                ? lines.take(1)
                        .map(line -> new ReportModel.Trace(
                                new RunResult.Series(
                                        name,
                                        line.series().unit(),
                                        line.series().points()),
                                line.shape()))
                : lines;
    }
}
