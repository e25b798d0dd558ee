package io.firebreak.core.experiment;

import io.firebreak.api.metric.Better;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.RunResult;
import io.vavr.Tuple;
import io.vavr.collection.Array;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment shows: figures per design, metric, world and impact mode with their spread and tails, and differences
 * between designs, each resolved or not.
 *
 * <p>Where runs without impact are among them, every {@code liquidated-value} gets an {@code amplification} beside it: what
 * was liquidated ÷ what is liquidated in the same design, world and seed when sales don't move the price.
 */
public final class Comparison {
    private static final String LIQUIDATED = "liquidated-value";
    private static final String AMPLIFICATION = "amplification";

    private final Experiment experiment;
    private final Seq<Outcome> outcomes;
    private final Array<String> designs;
    private final Array<String> worlds;
    private final Array<ImpactMode> impacts;
    private final Array<Column> metrics;
    /** By design, world, impact mode, metric; then by seed. NaN where the metric or the run is missing. */
    private final double[][] values;
    /** As {@link #values}, once they were asked for: tables, JSON and report all do, and a bootstrap takes its time. */
    private final @Nullable Tail[] tails;

    private Comparison(Experiment experiment, Seq<Outcome> outcomes) {
        this.experiment = experiment;
        this.outcomes = outcomes;
        designs = experiment.variants().map(Variant::design).distinct().toArray();
        worlds = experiment.variants().map(Variant::world).distinct().toArray();
        impacts = experiment.variants().map(Variant::impact).distinct().toArray();
        Map<String, Column> columns = LinkedHashMap.empty();
        for (Outcome outcome : outcomes) {
            for (RunResult.Measure measure : outcome.result().measures()) {
                if (!columns.containsKey(measure.name())) {
                    columns = columns.put(measure.name(), new Column(measure.name(), measure.unit(), measure.better()));
                }
            }
        }
        Array<Column> measured = columns.values().toArray();
        metrics = impacts.contains(ImpactMode.NONE)
                ? measured.flatMap(column -> Array.of(column).appendAll(amplificationOf(column)))
                : measured;
        values = new double[designs.size() * worlds.size() * impacts.size() * metrics.size()][];
        Arrays.setAll(values, at -> undefined());
        tails = new Tail[values.length];
        Map<String, Integer> places = LinkedHashMap.ofEntries(
                metrics.zipWithIndex().map(pair -> Tuple.of(pair._1().name(), pair._2())));
        for (Outcome outcome : outcomes.filter(each -> each.result().failure().isEmpty())) {
            Variant variant = outcome.trial().variant();
            int seed = outcome.trial().number() % experiment.seeds().size();
            for (RunResult.Measure measure : outcome.result().measures()) {
                int metric = places.get(measure.name()).get();
                values[at(variant.design(), variant.world(), variant.impact(), metric)][seed] = measure.value();
            }
        }
        amplify();
    }

    /** Weighs the outcomes of an experiment; failed runs count as undefined. */
    public static Comparison of(Experiment experiment, Seq<Outcome> outcomes) {
        return new Comparison(experiment, outcomes);
    }

    public Experiment experiment() {
        return experiment;
    }

    public Seq<Outcome> outcomes() {
        return outcomes;
    }

    /** The first is what the others are compared with. */
    public Seq<String> designs() {
        return designs;
    }

    public Seq<String> worlds() {
        return worlds;
    }

    public Seq<ImpactMode> impacts() {
        return impacts;
    }

    public Seq<Column> metrics() {
        return metrics;
    }

    public Seq<Outcome> failures() {
        return outcomes.filter(outcome -> outcome.result().failure().isDefined());
    }

    /** Each warning once, with the number of runs that gave it, in order of appearance. */
    public Map<String, Integer> warnings() {
        Map<String, Integer> counted = LinkedHashMap.empty();
        for (Outcome outcome : outcomes) {
            for (String warning : outcome.result().warnings().distinct()) {
                counted = counted.put(warning, counted.getOrElse(warning, 0) + 1);
            }
        }
        return counted;
    }

    /** The figures of one world under one impact mode. */
    public Estimate estimate(String design, Column metric, String world, ImpactMode impact) {
        return sample(design, metric, world, impact).estimate();
    }

    /** The tail in one world under one impact mode. */
    public Tail tail(String design, Column metric, String world, ImpactMode impact) {
        int at = at(design, world, impact, metrics.indexOf(metric));
        Tail known = tails[at];
        if (known == null) {
            known = Sample.of(values[at]).tail(metric.better());
            tails[at] = known;
        }
        return known;
    }

    /** The figures with the worlds averaged, seed by seed, under the headline impact mode. */
    public Estimate headline(String design, Column metric) {
        return Sample.of(averaged(design, metric)).estimate();
    }

    /** The tail of the headline figures. */
    public Tail headlineTail(String design, Column metric) {
        return Sample.of(averaged(design, metric)).tail(metric.better());
    }

    /** How far a design lies from another. */
    public Difference difference(String design, String reference, Column metric) {
        int column = metrics.indexOf(metric);
        Array<Difference.Cell> cells = worlds.flatMap(world -> impacts.filter(impact -> speaks(column, world, impact))
                .map(impact -> new Difference.Cell(
                        world,
                        impact,
                        Sample.of(Sample.differences(
                                        values[at(design, world, impact, column)],
                                        values[at(reference, world, impact, column)]))
                                .estimate())));
        Estimate headline = Sample.of(Sample.differences(averaged(design, metric), averaged(reference, metric)))
                .estimate();
        return Difference.judged(design, reference, metric, headline, cells);
    }

    /** Every design against the first. */
    public Seq<Difference> againstFirst(Column metric) {
        return designs.tail().map(design -> difference(design, designs.head(), metric));
    }

    /** Every pair of designs once, the later one against the earlier. */
    public Seq<Difference> pairs(Column metric) {
        return designs.zipWithIndex()
                .flatMap(later -> designs.take(later._2()).map(earlier -> difference(later._1(), earlier, metric)));
    }

    /**
     * The designs that no other one is resolved to beat: a single name is a winner, several are a draw. Empty where the
     * metric has no better direction.
     *
     * @param among who competes: bounds, which nobody could build, should not
     */
    public Seq<String> unbeaten(Column metric, Seq<String> among) {
        if (metric.better() == Better.NEITHER) {
            return Array.empty();
        }
        return among.filter(design -> headline(design, metric).count() > 0
                && among.forAll(rival -> rival.equals(design)
                        || difference(rival, design, metric).betterness() <= 0));
    }

    /** The designs that are resolved to be better than the first: the remedies that survive. */
    public Seq<String> remedies(Column metric) {
        return againstFirst(metric)
                .filter(difference -> difference.betterness() > 0)
                .map(Difference::design);
    }

    /**
     * Whether a world and impact mode can say something about a metric. Without impact, what impact causes is the same in
     * every run (no overshoot, amplification 1), which is no evidence against a difference.
     */
    private boolean speaks(int metric, String world, ImpactMode impact) {
        return impact != ImpactMode.NONE
                || impacts.size() == 1
                || designs.toJavaStream()
                                .flatMapToDouble(design -> Arrays.stream(values[at(design, world, impact, metric)]))
                                .filter(value -> !Double.isNaN(value))
                                .distinct()
                                .count()
                        > 1;
    }

    private Sample sample(String design, Column metric, String world, ImpactMode impact) {
        return Sample.of(values[at(design, world, impact, metrics.indexOf(metric))]);
    }

    private double[] averaged(String design, Column metric) {
        double[] sums = new double[experiment.seeds().size()];
        for (String world : worlds) {
            double[] cell = values[at(design, world, experiment.headline(), metrics.indexOf(metric))];
            Arrays.setAll(sums, seed -> sums[seed] + cell[seed]);
        }
        return Arrays.stream(sums).map(sum -> sum / worlds.size()).toArray();
    }

    private void amplify() {
        for (Column column : metrics) {
            for (Column amplification : amplificationOf(column).filter(metrics::contains)) {
                for (String design : designs) {
                    for (String world : worlds) {
                        for (ImpactMode impact : impacts) {
                            double[] moved = values[at(design, world, impact, metrics.indexOf(column))];
                            double[] still = values[at(design, world, ImpactMode.NONE, metrics.indexOf(column))];
                            double[] target = values[at(design, world, impact, metrics.indexOf(amplification))];
                            Arrays.setAll(target, seed -> still[seed] > 0 ? moved[seed] / still[seed] : Double.NaN);
                        }
                    }
                }
            }
        }
    }

    private static Option<Column> amplificationOf(Column column) {
        String name = column.name();
        return name.equals(LIQUIDATED) || name.endsWith("." + LIQUIDATED)
                ? Option.some(new Column(
                        name.substring(0, name.length() - LIQUIDATED.length()) + AMPLIFICATION, "ratio", Better.LOWER))
                : Option.none();
    }

    private double[] undefined() {
        double[] result = new double[experiment.seeds().size()];
        Arrays.fill(result, Double.NaN);
        return result;
    }

    private int at(String design, String world, ImpactMode impact, int metric) {
        return ((designs.indexOf(design) * worlds.size() + worlds.indexOf(world)) * impacts.size()
                                + impacts.indexOf(impact))
                        * metrics.size()
                + metric;
    }
}
