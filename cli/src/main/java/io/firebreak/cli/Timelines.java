package io.firebreak.cli;

import io.firebreak.cli.report.ReportModel.Shape;
import io.firebreak.cli.report.ReportModel.TimeChart;
import io.firebreak.cli.report.ReportModel.Trace;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.RunResult.Point;
import io.firebreak.core.engine.RunResult.Series;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Variant;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** The charts over time of one run of each design: the first world, the headline impact mode, the first seed that all ended. */
record Timelines(Comparison comparison) {
    private static final Array<String> BY_DESIGN =
            Array.of(".unsafe accounts", ".open lots", ".shortfall", ".bad debt", ".liquidated");

    /** Prices with the oracles that follow them and gas, then each venue's lines by design. */
    Seq<TimeChart> charts() {
        String world = comparison.worlds().head();
        long seed = comparison.experiment().seeds().head();
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
        String run = "World “" + world + "”, impact "
                + Variant.word(comparison.experiment().headline()) + ", seed " + seed;
        Outcome first = shown.head();
        return prices(first.result(), run + ", “" + first.trial().variant().design() + "”")
                .appendAll(first.result()
                        .timeline()
                        .map(Series::name)
                        .filter(name -> BY_DESIGN.exists(name::endsWith))
                        .flatMap(name -> byDesign(name, run, shown)));
    }

    /** Each market whose price moves; gas stands beside the one that moves most. */
    private static Seq<TimeChart> prices(RunResult run, String caption) {
        Seq<Series> moving =
                named(run, "price ").filter(price -> range(price) > 0).sortBy(price -> -range(price));
        Seq<Series> oracles = named(run, "oracle ");
        return moving.zipWithIndex().map(each -> {
            Series price = each._1();
            Seq<Trace> oracle = oracles.filter(line -> follows(line, run).contains(price.name()))
                    .map(line -> new Trace(new Series(line.name(), price.unit(), line.points()), Shape.STEP));
            Seq<Trace> gas = each._2() > 0
                    ? Array.empty()
                    : named(run, "gas ").filter(line -> range(line) > 0).map(line -> new Trace(line, Shape.LINE));
            String market = price.name().substring("price ".length());
            Seq<Trace> path = named(run, "path " + market)
                    .filter(line -> line.name().equals("path " + market))
                    .map(line -> new Trace(line, Shape.LINE));
            return new TimeChart(
                    market + " outside"
                            + (oracle.isEmpty() ? "" : ", and as the oracle showed it")
                            + (gas.isEmpty() ? "" : ", and gas"),
                    caption + "; the path is the price before any sale of this run moved it.",
                    Array.of(new Trace(price, Shape.LINE))
                            .appendAll(path)
                            .appendAll(oracle)
                            .appendAll(gas));
        });
    }

    private static Seq<Series> named(RunResult run, String prefix) {
        return run.timeline().filter(series -> series.name().startsWith(prefix));
    }

    /** The market whose path lies nearest to an oracle: nothing else says what an oracle is of. */
    private static Option<String> follows(Series oracle, RunResult run) {
        return named(run, "path ")
                .filter(path -> path.points().size() == oracle.points().size())
                .minBy(path -> path.points()
                        .zip(oracle.points())
                        .map(pair -> StrictMath.abs(
                                StrictMath.log(pair._1().value() / pair._2().value())))
                        .filter(Double::isFinite)
                        .average()
                        .getOrElse(Double.POSITIVE_INFINITY))
                .map(path -> "price " + path.name().substring("path ".length()));
    }

    /** Largest ÷ smallest − 1. */
    private static double range(Series series) {
        Seq<Double> values = series.points().map(Point::value).filter(Double::isFinite);
        return values.isEmpty() ? 0 : values.max().get() / values.min().get() - 1;
    }

    /** A line for each design; one line where all designs have the same, and no chart where that is zero throughout. */
    private static Option<TimeChart> byDesign(String name, String caption, Seq<Outcome> shown) {
        Seq<Trace> lines = shown.flatMap(outcome -> outcome.result()
                .timeline()
                .filter(series -> series.name().equals(name))
                .map(series -> new Trace(
                        new Series(outcome.trial().variant().design(), series.unit(), series.points()), Shape.LINE)));
        boolean nothing = lines.forAll(line -> line.series().points().forAll(point -> !(point.value() > 0)));
        boolean same = lines.map(line -> line.series().points()).distinct().size() == 1;
        Seq<Trace> drawn = same
                ? lines.take(1)
                        .map(line -> new Trace(
                                new Series(
                                        "every design",
                                        line.series().unit(),
                                        line.series().points()),
                                line.shape()))
                : lines;
        return Option.when(
                !nothing, () -> new TimeChart(Reporting.label(name), caption + ", a line for each design.", drawn));
    }
}
