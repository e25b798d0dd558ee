package io.firebreak.testkit.kit;

import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.trial.Trial;

/** What a campaign found out about one rule. */
public sealed interface Verdict {
    Rule rule();

    /**
     * It held.
     *
     * @param times it was put to the test
     */
    record Held(Rule rule, long times) implements Verdict {}

    /**
     * It did not hold.
     *
     * @param shortest the trial that breaks it, cut to its shortest
     */
    record Broken(Rule rule, Breach breach, Trial shortest) implements Verdict {}

    /** It says nothing about the mechanism, and why. */
    record NotApplicable(Rule rule, String why) implements Verdict {}
}
