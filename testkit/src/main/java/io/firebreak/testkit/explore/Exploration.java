package io.firebreak.testkit.explore;

import io.firebreak.core.scenario.Counted;
import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;

/**
 * What an explorer found.
 *
 * @param depth how many steps the longest histories were to have
 * @param completed up to how many steps every history was played; less than {@code depth} where the budget ended before
 * @param histories how many were played
 * @param states how many of them led somewhere new
 * @param pruned how many led to a state that was known, and were not continued
 * @param findings the first breach of each rule, in the order they were found
 */
public record Exploration(int depth, int completed, int histories, int states, int pruned, Seq<Finding> findings) {
    /**
     * A rule that did not hold.
     *
     * @param shortest the history that breaks it, cut to its shortest
     */
    public record Finding(Breach breach, Trial shortest) {}

    /** Whether the budget ended before every history was played. */
    public boolean isCutOff() {
        return completed < depth;
    }

    /** {@code 1,520 histories, 310 states, 1210 known before, complete to 3 of 4 steps}. */
    @Override
    public String toString() {
        return Counted.of(histories, "history") + ", " + Counted.of(states, "state") + ", " + pruned
                + " known before, complete to " + completed + " of " + Counted.of(depth, "step");
    }
}
