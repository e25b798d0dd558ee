package io.firebreak.testkit.shrink;

import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.examination.Examiner;
import io.firebreak.testkit.pure.Inquiry;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a breach again in another trial: the same rule, and where the engine stopped a mechanism, the same mechanism (and
 * exception), so that a world from which too much was cut is not taken for the fault.
 */
public final class Recurrence {
    private static final Pattern CULPRIT =
            Pattern.compile("^([^:\\[]*)(?:\\[\\d+])?:.*?(?:threw ([\\w.$]+).*)?$", Pattern.DOTALL);
    private final Breach first;
    private final Rule rule;
    private final Examiner examiner;

    public Recurrence(Breach first) {
        this.first = first;
        rule = first.rule();
        examiner = new Examiner(Vector.of(rule));
    }

    /** The breach in that trial. */
    public Option<Breach> in(Trial trial) {
        if (rule.check() instanceof Check.ByComparing comparing) {
            return comparing.relation().compare(trial) instanceof Relation.Outcome.Broken broken
                    ? Option.some(new Breach(rule, 0, trial.script().size(), broken.detail()))
                    : Option.none();
        }
        if (rule.check() instanceof Check.ByAskingTwice) {
            return Inquiry.of(trial)
                    .breach(rule.number())
                    .map(detail -> new Breach(rule, 0, trial.script().size(), detail));
        }
        Option<Breach> again = examiner.examine(trial).of(rule);
        return rule.check() instanceof Check.ByEngine
                ? again.filter(breach -> culprit(breach).equals(culprit(first)))
                : again;
    }

    private static String culprit(Breach breach) {
        Matcher matcher = CULPRIT.matcher(breach.detail());
        return matcher.matches() ? matcher.group(1) + " " + matcher.group(2) : breach.detail();
    }
}
