package io.firebreak.testkit.shrink;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.Parts;
import io.firebreak.testkit.trial.Trial;
import io.vavr.control.Option;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The shortest trial so far, which any shorter one that still breaks the rule replaces. */
final class Attempt {
    private final Predicate<Trial> breaks;
    private final int budget;
    private Trial trial;
    private int examinations;
    private boolean exhausted;

    Attempt(Trial trial, Predicate<Trial> breaks, int budget) {
        this.trial = trial;
        this.breaks = breaks;
        this.budget = budget;
    }

    Trial trial() {
        return trial;
    }

    Economy economy() {
        return trial.economy();
    }

    /** Takes the candidate where it still breaks the rule. One that cannot be made or played does not. */
    boolean take(Supplier<Trial> made) {
        if (examinations >= budget) {
            exhausted = true;
            return false;
        }
        examinations++;
        try {
            Trial candidate = made.get();
            if (!candidate.equals(trial) && breaks.test(candidate)) {
                trial = candidate;
                return true;
            }
        } catch (RuntimeException impossible) { // what cannot be made or played breaks nothing
            return false;
        }
        return false;
    }

    boolean takeEconomy(Supplier<Economy> made) {
        return take(() -> new Trial(made.get(), trial.seed()));
    }

    /** Leaves out one part wherever it stands. */
    boolean without(Object part) {
        return takeEconomy(() -> Parts.without(economy(), each -> each == part));
    }

    /** Puts another part in the place of one wherever it stands. */
    boolean replace(Object part, Supplier<?> other) {
        return takeEconomy(() -> {
            Object now = other.get();
            return Parts.replaced(economy(), each -> Option.when(each == part, now));
        });
    }

    Shortest result() {
        return new Shortest(trial, examinations, exhausted);
    }
}
