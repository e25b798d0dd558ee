package io.firebreak.cli;

import io.firebreak.cli.report.Report;
import io.firebreak.cli.report.ReportModel;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Difference;
import io.firebreak.core.experiment.Estimate;
import io.firebreak.core.experiment.Interval;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Tail;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.scenario.Counted;
import io.firebreak.core.scenario.Scenario;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** Turns a comparison into the report's model. */
record Reporting(Study study, Comparison comparison, String resultHash) {
    private static final double INTERVALS = 0.95;
    private static final double TAILS = 0.95;

    String html() {
        return Report.html(model());
    }

    private ReportModel model() {
        Scenario scenario = study.scenario();
        Headlines headlines = Headlines.of(comparison);
        Seq<Column> shown = headlines.telling().isEmpty() ? comparison.metrics() : headlines.telling();
        Beside beside = new Beside(scenario, comparison);
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
                comparison
                        .warnings()
                        .toArray()
                        .map(warning -> warning._1() + " (" + Counted.of(warning._2(), "run") + ")")
                        .appendAll(beside.warnings()),
                new ReportModel.Origin(
                        notes(scenario.notes().input()).appendAll(files()),
                        notes(scenario.notes().calibrated()),
                        notes(scenario.notes().result())
                                .appendAll(notes(
                                        Array.of(headlines.sameEverywhere()).reject(String::isEmpty))),
                        scenario.notes().insideABar()),
                comparison
                        .designs()
                        .map(design -> new ReportModel.Design(
                                design,
                                scenario.changes().designs().getOrElse(design, ""),
                                study.bounds().contains(design))),
                comparison.designs().head(),
                comparison
                        .worlds()
                        .map(world -> new ReportModel.World(
                                world, scenario.changes().worlds().getOrElse(world, ""))),
                comparison.impacts(),
                shown.map(metric -> new ReportModel.Metric(
                        metric.name(),
                        shown.count(each -> Headlines.lastWord(each.name()).equals(Headlines.lastWord(metric.name())))
                                        > 1
                                ? label(metric.name())
                                : words(metric.name()),
                        metric.unit(),
                        metric.better(),
                        Meaning.of(metric.name()))),
                figures(shown),
                shown.flatMap(metric -> comparison.againstFirst(metric).map(Reporting::difference)),
                new Timelines(comparison).charts(),
                beside.replay(),
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

    static String label(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? words(name) : name.substring(0, dot) + ": " + words(name);
    }

    /** The last word of a metric's name, for a reader: {@code zero bid share}. */
    static String words(String name) {
        return Headlines.lastWord(name).replace('-', ' ');
    }

    private Seq<ReportModel.Figure> figures(Seq<Column> shown) {
        return comparison.designs().flatMap(design -> comparison.worlds().flatMap(world -> comparison
                .impacts()
                .flatMap(impact -> shown.map(metric -> figure(design, world, impact, metric)))));
    }

    private ReportModel.Figure figure(String design, String world, ImpactMode impact, Column metric) {
        Tail tail = comparison.tail(design, metric, world, impact);
        return new ReportModel.Figure(
                design,
                new ReportModel.Setting(world, impact),
                metric.name(),
                estimate(comparison.estimate(design, metric, world, impact)),
                Option.when(
                        // With fewer seeds it is the worst of them, and has no interval.
                        tail.interval().isDefined(),
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

    static ReportModel.Estimate estimate(Estimate estimate) {
        return new ReportModel.Estimate(
                estimate.mean(), estimate.deviation(), low(estimate.interval()), high(estimate.interval()));
    }

    private static double low(Option<Interval> interval) {
        return interval.map(Interval::low).getOrElse(Double.NaN);
    }

    private static double high(Option<Interval> interval) {
        return interval.map(Interval::high).getOrElse(Double.NaN);
    }
}
