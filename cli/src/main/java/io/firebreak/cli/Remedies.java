package io.firebreak.cli;

import io.firebreak.api.metric.Better;
import io.firebreak.core.experiment.Column;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Difference;
import io.firebreak.core.experiment.Variant;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.function.Predicate;

/**
 * Which designs are better than the first wherever they were tested, which rankings flip, and what noise hides.
 *
 * @param bounds designs that nobody could build: they are no remedies
 */
record Remedies(Comparison comparison, Seq<Column> metrics, Seq<String> bounds) {
    /** Lines of text no wider than {@code width}; none where there is one design. */
    Seq<String> lines(int width) {
        Seq<String> designs = comparison.designs().tail().reject(bounds::contains);
        if (designs.isEmpty()) {
            return Array.empty();
        }
        if (comparison.experiment().seeds().size() < 2) {
            return Array.of(
                    "Nothing is resolved by one seed: a verdict needs an interval, and that needs --seeds 2 or more.");
        }
        int settings = comparison.worlds().size() * comparison.impacts().size();
        return Array.of(
                        "Which remedies survive: better than '"
                                + comparison.designs().head() + "' in "
                                + (settings == 1
                                        ? "the one world,"
                                        : "all of " + settings + " worlds and impact modes,"),
                        "by the paired 95 % interval over "
                                + comparison.experiment().seeds().size() + " seeds")
                .appendAll(designs.flatMap(design -> verdict(design, width)));
    }

    private Seq<String> verdict(String design, int width) {
        Seq<Difference> all = metrics.filter(metric -> metric.better() != Better.NEITHER)
                .map(metric ->
                        comparison.difference(design, comparison.designs().head(), metric));
        Seq<Difference> flips = all.filter(Difference::flips);
        Seq<String> sentences = Array.of(
                        sentence("better: ", all, difference -> difference.betterness() > 0),
                        sentence("worse: ", all, difference -> difference.betterness() < 0),
                        sentence("not resolved: ", all, each -> !each.resolved() && !each.flips()))
                .appendAll(flips.map(Remedies::flip))
                .reject(String::isEmpty);
        boolean survives = all.exists(difference -> difference.betterness() > 0);
        return sentences
                .flatMap(sentence -> wrapped(sentence, width - 4).map(line -> "    " + line))
                .prepend("  " + design + (survives ? "" : ": no improvement survives"));
    }

    private static String sentence(String verdict, Seq<Difference> all, Predicate<Difference> which) {
        Seq<Difference> those = all.filter(which);
        return those.isEmpty()
                ? ""
                : verdict + those.map(each -> each.metric().name()).mkString(", ");
    }

    /** {@code flips: maker.bad-debt is better in priced out (gross), worse in both}. */
    private static String flip(Difference difference) {
        int good = difference.metric().better() == Better.LOWER ? -1 : 1;
        return "flips: " + difference.metric().name() + " is better in " + where(difference, good) + "; worse in "
                + where(difference, -good);
    }

    private static String where(Difference difference, int side) {
        return difference
                .cells()
                .groupBy(Difference.Cell::world)
                .map(world -> {
                    Seq<Difference.Cell> those =
                            world._2().filter(cell -> cell.difference().side() == side);
                    String impacts = those.size() == world._2().size()
                            ? ""
                            : those.map(cell -> Variant.word(cell.impact())).mkString(" (", ", ", ")");
                    return those.isEmpty() ? "" : world._1() + impacts;
                })
                .reject(String::isEmpty)
                .mkString(", ");
    }

    /** Breaks a text between words; all lines but the first are indented. */
    static Seq<String> wrapped(String text, int width) {
        Array<String> lines = Array.empty();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines = lines.append(line.toString());
                line.setLength(0);
                line.append(" ");
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return lines.append(line.toString());
    }
}
