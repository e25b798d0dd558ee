package io.firebreak.testkit.pure;

import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;

/** What was found out about each rule of purity in one run, by number. */
public final class Findings {
    private final Map<Integer, Integer> met = new TreeMap<>();
    private final Map<Integer, String> breaches = new TreeMap<>();

    /** How often a rule was put to the test. */
    public int met(int rule) {
        return met.getOrDefault(rule, 0);
    }

    /** The first breach of a rule. */
    public Option<String> breach(int rule) {
        return Option.of(breaches.get(rule));
    }

    /** Puts a rule to the test; whether it holds. */
    boolean put(Purity rule, boolean holds, java.util.function.Supplier<String> detail) {
        met.merge(rule.number(), 1, Integer::sum);
        if (!holds) {
            breaches.computeIfAbsent(rule.number(), number -> detail.get());
        }
        return holds;
    }
}
