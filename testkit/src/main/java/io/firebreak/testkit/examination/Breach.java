package io.firebreak.testkit.examination;

import io.firebreak.core.scenario.Counted;
import io.firebreak.testkit.rule.Rule;

/**
 * A rule that did not hold.
 *
 * @param block in which it was seen
 * @param step how many of the script's actions were played before it was seen
 * @param detail names accounts and amounts
 */
public record Breach(Rule rule, long block, int step, String detail) {
    @Override
    public String toString() {
        return rule + " does not hold in block " + block + " after " + Counted.of(step, "action") + ": " + detail;
    }
}
