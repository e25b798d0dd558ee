package io.firebreak.cli;

import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Subject;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * Something to check: a mechanism alone, or a pair of them.
 *
 * @param group under which it is listed: {@code liquidation model}, {@code liquidation × loss}
 * @param parameters with which it is checked
 * @param subjects the worlds in which it is checked; empty where it cannot be
 * @param whyNot why it cannot be checked; empty where it can
 */
record Candidate(
        String name, String group, String parameters, Seq<Subject> subjects, Campaign.Effort effort, String whyNot) {
    /** The same, tried in a further world. */
    Candidate alsoIn(Option<Subject> further) {
        return new Candidate(name, group, parameters, subjects.appendAll(further), effort, whyNot);
    }

    static Candidate unfit(String name, String group, Campaign.Effort effort, String whyNot) {
        return new Candidate(name, group, "", Array.empty(), effort, whyNot);
    }
}
