package io.firebreak.core.experiment;

import io.firebreak.api.metric.Better;
import io.firebreak.core.economy.Clock;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.Runner;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** Experiments whose runs are given numbers, so that what is made of them can be worked out by hand. */
public final class FakeRuns {
    private FakeRuns() {}

    /** An economy that is told from others by its number alone. */
    public static Economy economy(int number) {
        return new Economy(
                new Clock(number, number + 1, 1, Option.none()),
                Array.empty(),
                Array.empty(),
                Array.empty(),
                Array.empty(),
                Array.empty(),
                Array.empty(),
                Array.empty());
    }

    /** Every design in every world and mode; economies numbered in that order. */
    public static Experiment experiment(Seq<String> designs, Seq<String> worlds, Seq<ImpactMode> impacts, int seeds) {
        Array<Variant> variants = Array.ofAll(designs)
                .flatMap(design ->
                        worlds.flatMap(world -> impacts.map(impact -> new Variant(design, world, impact, economy(0)))))
                .zipWithIndex()
                .map(pair -> new Variant(
                        pair._1().design(), pair._1().world(), pair._1().impact(), economy(pair._2())));
        return new Experiment("fake", variants, Array.rangeClosed(1L, seeds), Assurance.BLOCK, 60_000);
    }

    /** A result with one measure. */
    public static RunResult result(String hash, String measure, double value, Better better) {
        return new RunResult(
                hash,
                10,
                Array.of(new RunResult.Measure(measure, value, "USD", better)),
                Array.of(new RunResult.Series(
                        "price ETH",
                        "USD",
                        Array.of(new RunResult.Point(0, value), new RunResult.Point(60_000, Double.NaN)))),
                Array.empty(),
                Array.empty(),
                Array.of("a warning"),
                Option.none());
    }

    /** Bad debt that depends on the economy's number and the seed. */
    public static Runner runner() {
        return (economy, options) -> {
            double value = 100.0 * economy.clock().startMillis() + 0.1 * options.seed();
            return result("hash " + value, "bad-debt", value, Better.LOWER);
        };
    }

    /** Outcomes with the given values of one measure, variant by variant, seeds within. */
    public static Comparison comparison(Experiment experiment, String measure, Better better, double[]... values) {
        int seeds = experiment.seeds().size();
        return Comparison.of(
                experiment,
                experiment
                        .trials()
                        .map(trial -> new Outcome(
                                trial,
                                result("", measure, values[trial.number() / seeds][trial.number() % seeds], better))));
    }
}
