package io.firebreak.cli;

import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Estimate;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/**
 * The metrics that a table or report shows unless it is told otherwise.
 *
 * @param telling those that differ between designs, worlds or impact modes
 * @param alike those with one figure, or none, everywhere: a line says them all
 */
record Headlines(Comparison comparison, Seq<Column> telling, Seq<Column> alike) {
    /** By these last words a metric is one that a reader looks for first, in this order. */
    private static final Array<String> IMPORTANT = Array.of(
            "zero-bid-share",
            "gross-shortfall",
            "net-shortfall",
            "bad-debt",
            "borrower-loss",
            "keeper-profit",
            "price-overshoot",
            "executed-within-2",
            "executed-within-16",
            "amplification");

    static Headlines of(Comparison comparison) {
        return of(comparison, important(comparison));
    }

    /** The important metrics, or the first ten where the scenario has none of them. */
    static Seq<Column> important(Comparison comparison) {
        Seq<Column> found = IMPORTANT.flatMap(name ->
                comparison.metrics().filter(metric -> lastWord(metric.name()).equals(name)));
        return found.isEmpty() ? comparison.metrics().take(10) : found;
    }

    /** The metrics that somebody asked for. */
    static Headlines of(Comparison comparison, Seq<Column> metrics) {
        return metrics.partition(metric -> isAlike(comparison, metric))
                .apply((alike, telling) -> new Headlines(comparison, telling, alike));
    }

    private static boolean isAlike(Comparison comparison, Column metric) {
        Seq<Estimate> defined = comparison
                .designs()
                .flatMap(design -> comparison.worlds().flatMap(world -> comparison
                        .impacts()
                        .map(impact -> comparison.estimate(design, metric, world, impact))))
                .filter(estimate -> estimate.count() > 0);
        return defined.forAll(estimate -> estimate.mean() == defined.head().mean() && !(estimate.deviation() > 0));
    }

    /** {@code The same everywhere: maker.bad-debt 0 DAI, DAI.price-overshoot 0 %.}; empty where nothing is. */
    String sameEverywhere() {
        return alike.isEmpty()
                ? ""
                : "The same everywhere: "
                        + alike.map(metric -> metric.name() + " "
                                        + Figures.withUnit(
                                                comparison
                                                        .headline(
                                                                comparison
                                                                        .designs()
                                                                        .head(),
                                                                metric)
                                                        .mean(),
                                                metric.unit()))
                                .mkString(", ")
                        + ".";
    }

    /** The name without its venue or market. */
    static String lastWord(String metric) {
        return metric.substring(metric.lastIndexOf('.') + 1);
    }
}
