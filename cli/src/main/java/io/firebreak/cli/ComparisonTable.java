package io.firebreak.cli;

import io.firebreak.api.metric.Better;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Difference;
import io.firebreak.core.experiment.Estimate;
import io.firebreak.core.experiment.Variant;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.function.BiFunction;

/**
 * A comparison as a table of design × metric, each mean with its standard deviation over seeds.
 *
 * @param metrics the columns
 * @param bounds designs that nobody could build; they are shown and not ranked
 */
record ComparisonTable(Comparison comparison, Seq<Column> metrics, Seq<String> bounds) {
    private static final int WIDTH = 120;
    /** By these last words a metric is one that a reader looks for first. */
    private static final Array<String> IMPORTANT = Array.of(
            "bad-debt", "zero-bid-share", "borrower-loss", "keeper-profit", "price-overshoot", "amplification");

    /** The metrics that come first: the important ones, or the first six where the scenario has none of them. */
    static Seq<Column> important(Comparison comparison) {
        Seq<Column> found = IMPORTANT.flatMap(name ->
                comparison.metrics().filter(metric -> lastWord(metric.name()).startsWith(name)));
        return found.isEmpty() ? comparison.metrics().take(6) : found;
    }

    /** The headline table, its marks explained, and what is resolved. */
    String render() {
        String worlds = comparison.worlds().size() > 1
                ? "mean of " + comparison.worlds().size() + " worlds ("
                        + comparison.worlds().mkString(", ") + ")"
                : "world " + comparison.worlds().head();
        Seq<Column> alike = metrics.filter(this::alike);
        return table(comparison::headline)
                + lines(alike.map(metric -> {
                    double mean = comparison
                            .headline(comparison.designs().head(), metric)
                            .mean();
                    return "the same in every design: " + metric.name() + " "
                            + (Double.isNaN(mean) ? "(not defined)" : Figures.scaled(mean) + " " + metric.unit());
                }))
                + System.lineSeparator()
                + lines(Array.of(
                        "mean ± standard deviation over "
                                + comparison.experiment().seeds().size() + " seeds; " + worlds + "; impact "
                                + Variant.word(comparison.experiment().headline()),
                        "* no rival is resolved to be better" + (bounds.isEmpty() ? "" : ", bounds (in brackets) aside")
                                + "   ~ difference from '"
                                + comparison.designs().head() + "' not resolved"))
                + System.lineSeparator()
                + verdicts();
    }

    /** One table for each world and impact mode. */
    String renderEach() {
        StringBuilder text = new StringBuilder();
        for (String world : comparison.worlds()) {
            for (ImpactMode impact : comparison.impacts()) {
                text.append(System.lineSeparator())
                        .append(lines(Array.of("World " + world + ", impact " + Variant.word(impact))))
                        .append(table((design, metric) -> comparison.estimate(design, metric, world, impact)));
            }
        }
        return text.toString();
    }

    private String table(BiFunction<String, Column, Estimate> estimates) {
        Seq<Seq<String>> columns = metrics.reject(this::alike).map(metric -> column(metric, estimates));
        Seq<String> names =
                Array.of("design", "", "").appendAll(comparison.designs().map(this::shown));
        StringBuilder text = new StringBuilder();
        // As many columns side by side as fit, the rest below.
        for (Seq<Seq<String>> rest = columns; !rest.isEmpty(); ) {
            int width = longest(names);
            int fitting = 0;
            while (fitting < rest.size() && width + 2 + longest(rest.get(fitting)) <= WIDTH) {
                width += 2 + longest(rest.get(fitting));
                fitting++;
            }
            fitting = Math.max(1, fitting);
            Seq<Seq<String>> shown = rest.take(fitting).prepend(names);
            Seq<Seq<String>> rows = Array.range(0, names.size()).map(row -> shown.map(column -> column.get(row)));
            text.append(text.isEmpty() ? "" : System.lineSeparator())
                    .append(new TextTable(rows.take(3), rows.drop(3), true).render());
            rest = rest.drop(fitting);
        }
        return text.toString();
    }

    /** Three lines of header, then a cell for each design. */
    private Seq<String> column(Column metric, BiFunction<String, Column, Estimate> estimates) {
        Seq<Estimate> means = comparison.designs().map(design -> estimates.apply(design, metric));
        double largest = means.map(estimate -> Math.abs(estimate.mean()))
                .filter(Double::isFinite)
                .max()
                .getOrElse(0.0);
        Figures.Scale scale = Figures.Scale.of(largest, metric.unit());
        int decimals = Figures.decimals(largest * scale.factor());
        Seq<String> winners = winners(metric);
        Seq<String> doubtful =
                comparison.againstFirst(metric).reject(Difference::resolved).map(Difference::design);
        Seq<String> cells = comparison.designs().zip(means).map(pair -> {
            Estimate estimate = pair._2();
            String mark = (winners.contains(pair._1()) ? "*" : " ") + (doubtful.contains(pair._1()) ? "~" : " ");
            return estimate.count() == 0
                    ? "–" + "  "
                    : Figures.fixed(estimate.mean() * scale.factor(), decimals)
                            + (estimate.count() < 2
                                    ? ""
                                    : " ±" + Figures.fixed(estimate.deviation() * scale.factor(), decimals))
                            + mark;
        });
        int dot = metric.name().lastIndexOf('.');
        return Array.of(
                        dot < 0 ? "" : metric.name().substring(0, dot) + "  ",
                        lastWord(metric.name()) + "  ",
                        scale.unit() + "  ")
                .appendAll(cells);
    }

    /** Whether there is nothing to compare: the same figure, or none, in all designs, worlds and impact modes. */
    private boolean alike(Column metric) {
        Seq<Estimate> defined = comparison
                .designs()
                .flatMap(design -> comparison.worlds().flatMap(world -> comparison
                        .impacts()
                        .map(impact -> comparison.estimate(design, metric, world, impact))))
                .filter(estimate -> estimate.count() > 0);
        return defined.forAll(estimate -> estimate.mean() == defined.head().mean() && !(estimate.deviation() > 0));
    }

    private Seq<String> winners(Column metric) {
        Seq<String> real = comparison.designs().reject(bounds::contains);
        Seq<String> unbeaten = comparison.unbeaten(metric, real);
        // Where nobody is beaten, nothing is known about who is best.
        return unbeaten.size() == real.size() ? Array.empty() : unbeaten;
    }

    private String verdicts() {
        String first = comparison.designs().head();
        StringBuilder text = new StringBuilder(lines(Array.of("Which remedies survive: better than '" + first
                + "' in every world and impact mode, by the paired 95 % interval")));
        for (Column metric :
                metrics.filter(each -> each.better() != Better.NEITHER).reject(this::alike)) {
            Seq<Difference> all =
                    comparison.againstFirst(metric).reject(difference -> bounds.contains(difference.design()));
            Seq<Difference> open = all.reject(Difference::resolved);
            text.append(lines(Array.of("  " + metric.name())
                    .append("    better: " + names(all.filter(each -> each.betterness() > 0)))
                    .append("    worse: " + names(all.filter(each -> each.betterness() < 0)))
                    .append("    not resolved: " + names(open))
                    .appendAll(open.filter(Difference::flips)
                            .map(each -> "      " + each.design() + ": "
                                    + each.doubt().get()))
                    .reject(line -> line.endsWith(": none") && !line.startsWith("    better"))));
        }
        return text.toString();
    }

    private static String names(Seq<Difference> differences) {
        return differences.isEmpty()
                ? "none"
                : differences.map(Difference::design).mkString(", ");
    }

    private String shown(String design) {
        return bounds.contains(design) ? "[" + design + "]" : design;
    }

    private static String lastWord(String metric) {
        return metric.substring(metric.lastIndexOf('.') + 1);
    }

    private static int longest(Seq<String> cells) {
        return cells.map(String::length).max().getOrElse(0);
    }

    private static String lines(Seq<String> lines) {
        return lines.map(line -> line + System.lineSeparator()).mkString();
    }
}
