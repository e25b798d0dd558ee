package io.firebreak.testkit.shrink;

import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;

/**
 * Cuts a trial that breaks a rule to the fewest actions, accounts and digits with which it still does.
 *
 * <p>It works on the trial itself, not on what it was drawn from, so it shortens scripts from anywhere. A pass proposes
 * shorter trials, and the first that still breaks the rule is the next to be shortened; it ends where a whole round of passes
 * finds nothing. So the same trial always becomes the same one, and what is shortest stays as it is.
 */
public final class Shrinker {
    /** Enough for scripts of a hundred actions. */
    public static final int BUDGET = 3000;

    private static final Seq<Pass> PASSES =
            Vector.of(new Cuts(), new Script(), new Times(), new Simpler(), new Amounts(), new Prices(), new Names());
    private final int budget;

    public Shrinker() {
        this(BUDGET);
    }

    /**
     * A shrinker.
     *
     * @param budget most trials that it looks at
     */
    public Shrinker(int budget) {
        this.budget = budget;
    }

    /**
     * The shortest trial that it finds.
     *
     * @param breaks whether a trial still breaks the same rule for the same reason; where it says no of the trial itself,
     *     nothing is cut
     */
    public Shortest shrink(Trial trial, Predicate<Trial> breaks) {
        Attempt attempt = new Attempt(trial, breaks, budget);
        if (!breaks.test(trial)) {
            return new Shortest(trial, 1, false);
        }
        Trial before;
        do {
            before = attempt.trial();
            PASSES.forEach(pass -> pass.over(attempt));
        } while (!attempt.trial().equals(before) && !attempt.result().exhausted());
        return attempt.result();
    }
}
