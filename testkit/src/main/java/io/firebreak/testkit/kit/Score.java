package io.firebreak.testkit.kit;

import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.trial.Trial;
import java.util.Map;
import java.util.TreeMap;

/** What a campaign knows of each rule so far. */
final class Score {
    private final Map<Integer, Long> met = new TreeMap<>();
    private final Map<Integer, Verdict> broken = new TreeMap<>();
    private final Map<Integer, String> silent = new TreeMap<>();

    void met(int rule, int times) {
        met.merge(rule, (long) times, Long::sum);
    }

    /** The rule says nothing about a trial. */
    void silent(Rule rule, String why) {
        silent.put(rule.number(), why);
    }

    /** The first breach of each rule counts. */
    void broken(Breach breach, Trial trial) {
        broken.computeIfAbsent(breach.rule().number(), number -> new Verdict.Broken(breach.rule(), breach, trial));
    }

    boolean isBroken(Rule rule) {
        return broken.containsKey(rule.number());
    }

    boolean isAnyBroken() {
        return !broken.isEmpty();
    }

    Verdict verdict(Rule rule, int tries) {
        long times = rule.check() instanceof Check.ByEngine ? tries : met.getOrDefault(rule.number(), 0L);
        Verdict otherwise = times > 0
                ? new Verdict.Held(rule, times)
                : new Verdict.NotApplicable(
                        rule,
                        silent.getOrDefault(rule.number(), "its precondition was never there: " + rule.precondition()));
        return broken.getOrDefault(rule.number(), otherwise);
    }
}
