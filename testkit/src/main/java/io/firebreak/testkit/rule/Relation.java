package io.firebreak.testkit.rule;

import io.firebreak.testkit.trial.Trial;
import io.vavr.control.Option;

/** Two runs of which one is made from the other, and what they must have in common. */
public interface Relation {
    /** What became of a trial under a relation. */
    sealed interface Outcome {
        /** It says nothing about this trial, and why. */
        record NotApplicable(String why) implements Outcome {}

        record Held() implements Outcome {}

        /** Where the two runs differ and must not. */
        record Broken(String detail) implements Outcome {}
    }

    Outcome compare(Trial trial);

    /** Held where nothing is wrong. */
    static Outcome of(Option<String> difference) {
        return difference.isEmpty() ? new Outcome.Held() : new Outcome.Broken(difference.get());
    }
}
