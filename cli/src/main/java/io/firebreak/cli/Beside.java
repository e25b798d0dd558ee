package io.firebreak.cli;

import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.cli.report.ReportModel;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.scenario.Recorded;
import io.firebreak.core.scenario.Scenario;
import io.vavr.Tuple2;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** The design as written beside the record that its scenario gives. */
record Beside(Scenario scenario, Comparison comparison) {
    /** Figures and hours in every world, under the headline impact mode; none where there is no record. */
    Option<ReportModel.Replay> replay() {
        return scenario.record()
                .map(record -> new ReportModel.Replay(
                        "“" + design() + "” under impact " + Variant.word(impact())
                                + ", held against the record: each world is one story that should explain the whole of it.",
                        record.figures().flatMap(figure -> target(figure, record.source())),
                        record.byHour().toArray().flatMap(this::hours)));
    }

    /** What the record names and no run has. */
    Seq<String> warnings() {
        Seq<String> metrics = comparison.metrics().map(metric -> metric.name());
        Seq<String> lines = runs(comparison.worlds().head())
                .flatMap(run -> run.timeline().map(RunResult.Series::name))
                .distinct();
        return scenario.record().toArray().flatMap(record -> record.figures()
                .map(Recorded.Figure::measure)
                .reject(metrics::contains)
                .map(name -> "the record has a figure of '" + name + "', which no run measures")
                .appendAll(record.byHour()
                        .toArray()
                        .flatMap(hours -> hours.series().values())
                        .reject(name -> lines.isEmpty() || lines.contains(name))
                        .map(name -> "the record has hours of '" + name + "', which no run draws")));
    }

    private String design() {
        return comparison.designs().head();
    }

    private ImpactMode impact() {
        return comparison.experiment().headline();
    }

    private Option<ReportModel.Target> target(Recorded.Figure figure, String source) {
        return comparison
                .metrics()
                .find(metric -> metric.name().equals(figure.measure()))
                .map(metric -> new ReportModel.Target(
                        Reporting.words(metric.name()),
                        metric.unit(),
                        figure.value(),
                        new ReportModel.Note("", figure.source().getOrElse(source)),
                        figure.tolerance().map(Ratio::value).map(each -> each.toDouble()),
                        comparison
                                .worlds()
                                .map(world -> new ReportModel.Simulated(
                                        world,
                                        Reporting.estimate(comparison.estimate(design(), metric, world, impact()))))));
    }

    private Seq<ReportModel.ByHour> hours(Recorded.ByHour byHour) {
        long scored = scenario.variants().head().economy().clock().scoredUntilMillis();
        return byHour.series().toArray().map(pair -> {
            Seq<Seq<RunResult.Point>> first = lines(comparison.worlds().head(), pair._2());
            Array<Long> recorded = times(byHour.file());
            Array<Long> hours = first.headOption()
                    .map(points -> points.map(RunResult.Point::timeMillis))
                    .getOrElse(recorded)
                    .appendAll(recorded)
                    .distinct()
                    .sorted()
                    .toArray();
            return new ReportModel.ByHour(
                    Reporting.words(pair._2()).replace(" by hour", ""),
                    "",
                    hours,
                    hours.map(hour -> recorded(byHour.file(), pair, hour)),
                    comparison
                            .worlds()
                            .map(world -> new ReportModel.SimulatedByHour(
                                    world, hours.map(hour -> estimate(lines(world, pair._2()), hour)))),
                    Option.when(hours.last() >= scored, scored));
        });
    }

    private static Array<Long> times(DataFile file) {
        return Array.range(0, file.rows()).map(file::timeMillis);
    }

    private static double recorded(DataFile file, Tuple2<String, String> pair, long hour) {
        int row = file.rowAt(hour);
        return row >= 0 && file.timeMillis(row) == hour ? file.number(row, file.column(pair._1())) : Double.NaN;
    }

    /** The runs of the design as written in a world that came to an end. */
    private Seq<RunResult> runs(String world) {
        return comparison
                .outcomes()
                .filter(outcome -> outcome.trial().variant().design().equals(design())
                        && outcome.trial().variant().world().equals(world)
                        && outcome.trial().variant().impact() == impact())
                .map(Outcome::result)
                .filter(result -> result.failure().isEmpty());
    }

    /** The points of a line, run by run. */
    private Seq<Seq<RunResult.Point>> lines(String world, String name) {
        return runs(world).flatMap(run -> run.timeline()
                .find(series -> series.name().equals(name))
                .map(RunResult.Series::points));
    }

    /** Mean and standard deviation over the runs. */
    private static ReportModel.Estimate estimate(Seq<Seq<RunResult.Point>> lines, long hour) {
        Seq<Double> values = lines.flatMap(
                points -> points.find(point -> point.timeMillis() == hour).map(RunResult.Point::value));
        double mean = values.isEmpty() ? Double.NaN : values.sum().doubleValue() / values.size();
        double squares =
                values.map(value -> (value - mean) * (value - mean)).sum().doubleValue();
        double deviation = values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
        return new ReportModel.Estimate(mean, deviation, Double.NaN, Double.NaN);
    }
}
