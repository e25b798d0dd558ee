package io.firebreak.testkit.examination;

import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.RunResult;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What came of a trial.
 *
 * @param played the actions in the order they were played, refused ones included
 * @param refused how many of them were refused
 * @param met how often each rule was put to the test, by number
 * @param breaches the first of each rule, in the order they were seen
 * @param edges how often each edge case was there, in blocks
 */
public record Examination(
        Seq<ScriptedAction> played,
        int refused,
        Map<Integer, Integer> met,
        Seq<Breach> breaches,
        Map<Edge, Integer> edges,
        String hash,
        Option<RunResult.Failure> failure) {
    /** The breach of a rule, if there was one. */
    public Option<Breach> of(Rule rule) {
        return breaches.find(each -> each.rule().number() == rule.number());
    }
}
