package io.firebreak.cli;

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
 * @param headlines the columns
 * @param bounds designs that nobody could build; they are shown and not ranked
 */
record ComparisonTable(Comparison comparison, Headlines headlines, Seq<String> bounds) {
    private static final int WIDTH = 120;
    /** The headline table, its marks explained, and what is resolved. */
    String render() {
        String worlds = comparison.worlds().size() > 1
                ? "mean of " + comparison.worlds().size() + " worlds ("
                        + comparison.worlds().mkString(", ") + ")"
                : "world " + comparison.worlds().head();
        int seeds = comparison.experiment().seeds().size();
        return table(comparison::headline)
                + lines(Remedies.wrapped(headlines.sameEverywhere(), WIDTH).reject(String::isEmpty))
                + System.lineSeparator()
                + lines(Array.of(
                                (seeds == 1
                                                ? "one seed, so no spread; "
                                                : "mean ± standard deviation over " + seeds + " seeds; ")
                                        + worlds + "; impact "
                                        + Variant.word(comparison.experiment().headline()),
                                marks(),
                                bounds.isEmpty() ? "" : "[ ] a bound: nobody could build it, and it is not ranked")
                        .reject(String::isEmpty)
                        .flatMap(line -> Remedies.wrapped(line, WIDTH)))
                + remedies();
    }

    private String marks() {
        return comparison.designs().size() < 2
                        || comparison.experiment().seeds().size() < 2
                ? ""
                : "* no rival is resolved to be better   ~ difference from '"
                        + comparison.designs().head() + "' not resolved";
    }

    private String remedies() {
        Seq<String> lines = new Remedies(comparison, headlines.telling(), bounds).lines(WIDTH);
        return lines.isEmpty() ? "" : System.lineSeparator() + lines(lines);
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
        Seq<Seq<String>> columns = headlines.telling().map(metric -> column(metric, estimates));
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
        boolean one = comparison.experiment().seeds().size() < 2; // nothing is resolved, and the text below says so
        Seq<String> doubtful = one
                ? Array.empty()
                : comparison.againstFirst(metric).reject(Difference::resolved).map(Difference::design);
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
                        Headlines.lastWord(metric.name()) + "  ",
                        scale.unit() + "  ")
                .appendAll(cells);
    }

    private Seq<String> winners(Column metric) {
        Seq<String> real = comparison.designs().reject(bounds::contains);
        Seq<String> unbeaten = comparison.unbeaten(metric, real);
        // Where nobody is beaten, nothing is known about who is best.
        return unbeaten.size() == real.size() ? Array.empty() : unbeaten;
    }

    private String shown(String design) {
        return bounds.contains(design) ? "[" + design + "]" : design;
    }

    private static int longest(Seq<String> cells) {
        return cells.map(String::length).max().getOrElse(0);
    }

    private static String lines(Seq<String> lines) {
        return lines.map(line -> line + System.lineSeparator()).mkString();
    }
}
