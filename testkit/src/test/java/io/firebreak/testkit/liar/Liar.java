package io.firebreak.testkit.liar;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.plugin.Mechanism;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Report;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Verdict;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Rule;
import io.firebreak.testkit.world.Composition;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * A mechanism that is broken on purpose, and the rule that must say so.
 *
 * @param besides rules that it cannot but break too
 */
public record Liar(int rule, Subject subject, Seq<Integer> besides) {
    private static final int SEED = 1;
    private static final int MOST_ACTIONS = 6;

    public static Liar of(int rule, Socket socket, Mechanism mechanism, Composition composition, Integer... besides) {
        String name = mechanism.getClass().getSimpleName();
        return new Liar(rule, new Subject(name, socket, mechanism, composition), Vector.of(besides));
    }

    /**
     * Fails unless the kit rejects it by its rule, and by no other that it could have kept, with a script of at most
     * {@value #MOST_ACTIONS} actions and within the tries of a kit: few are enough for most.
     */
    public void isRejected() {
        Seq<Rule> rules = Catalogue.all()
                .filter(each -> each.check() instanceof Check.ByEngine || each.check() instanceof Check.ByWatching);
        for (int tries : new int[] {20, 100, Campaign.Effort.STANDARD.tries()}) {
            Report report = new Campaign(subject, rules).run(new Campaign.Effort(tries, SEED));
            Seq<Verdict.Broken> broken =
                    report.broken().filter(each -> !besides.contains(each.rule().number()));
            assertThat(broken.map(each -> each.rule().number()))
                    .as("broken in " + tries + " tries")
                    .isSubsetOf(rule);
            if (!broken.isEmpty()) {
                assertThat(broken.head().shortest().script()).hasSizeLessThanOrEqualTo(MOST_ACTIONS);
                return;
            }
        }
        throw new AssertionError("rule " + rule + " does not reject " + subject.name());
    }

    /** As the test is called: {@code rule304_rejects_FillsBeyondItsOffer}. */
    @Override
    public String toString() {
        return "rule" + rule + "_rejects_" + subject.name();
    }
}
