package io.firebreak.testkit.kit;

import io.firebreak.api.plugin.Mechanism;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.replay.ScriptText;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Tries every rule of the catalogue that applies on one mechanism. Extended once per socket; a designer extends those.
 *
 * <p>Each rule is a test of its own, named by its number: passed where it held, failed where it did not, with the shortest
 * script that breaks it, skipped where it says nothing about the mechanism. One more test fails where the trials did not
 * meet all the edges that they should. {@code -Dfirebreak.tries=N}, {@code -Dfirebreak.seed=N} and, for a longer look at all
 * histories of a tiny world, {@code -Dfirebreak.histories=N} change the effort. A mechanism that works on one try for longer
 * than a minute hangs, and fails ({@code -Dfirebreak.time-limit=SECONDS}).
 */
public abstract class Kit {
    /** The mechanism that is tried. What it refers to has the names of {@link io.firebreak.testkit.world.Setting}. */
    protected abstract Mechanism mechanism();

    /** Worlds in which it is tried, each of them with all the effort. */
    protected Seq<Subject> subjects() {
        return Subjects.of(mechanism().getClass().getSimpleName(), mechanism());
    }

    /** How hard to try. */
    protected Campaign.Effort effort() {
        Campaign.Effort standard = Campaign.Effort.STANDARD;
        return new Campaign.Effort(
                Integer.getInteger("firebreak.tries", standard.tries()),
                Long.getLong("firebreak.seed", standard.seed()),
                Integer.getInteger("firebreak.histories", standard.histories()));
    }

    /** The rules, one test each; with {@code -Dfirebreak.hasty=true} one test for all, which ends where one is broken. */
    @TestFactory
    final Stream<DynamicTest> rules() {
        Seq<Campaign> campaigns = subjects().map(subject -> new Campaign(subject, Catalogue.all()));
        if (Boolean.getBoolean("firebreak.hasty")) {
            return Stream.of(DynamicTest.dynamicTest("all rules", () -> campaigns.forEach(this::judgeHastily)));
        }
        Seq<Report> reports = campaigns.map(campaign -> watched(alive -> campaign.run(effort(), alive)));
        Seq<DynamicTest> rules = reports.flatMap(Report::verdicts)
                .map(Verdict::rule)
                .distinct()
                .sortBy(Rule::number)
                .map(rule -> DynamicTest.dynamicTest(rule.testName(), () -> judge(rule, reports)));
        return rules.appendAll(reports.map(report -> DynamicTest.dynamicTest(
                        "trials of " + report.subject().name() + " meet every edge", () -> judge(report))))
                .toJavaStream();
    }

    /** A test that never ends says nothing. */
    private Report watched(Function<Runnable, Report> run) {
        Duration limit = Duration.ofSeconds(Long.getLong("firebreak.time-limit", Watchdog.LIMIT.toSeconds()));
        try {
            return Watchdog.watch(limit, run);
        } catch (Watchdog.Hanging hanging) {
            throw new AssertionFailedError(mechanism().getClass().getSimpleName() + " " + hanging.getMessage()
                    + "; -Dfirebreak.time-limit=SECONDS gives it more time.");
        }
    }

    private void judgeHastily(Campaign campaign) {
        Report report = watched(alive -> campaign.runHastily(effort(), alive));
        for (Verdict.Broken broken : report.broken()) {
            throw new AssertionFailedError(broken.breach().toString());
        }
        judge(report);
    }

    private static void judge(Rule rule, Seq<Report> reports) {
        Seq<Verdict> verdicts = reports.flatMap(Report::verdicts)
                .filter(verdict -> verdict.rule().equals(rule));
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Broken broken) {
                throw new AssertionFailedError(tell(broken));
            }
        }
        if (!verdicts.exists(Verdict.Held.class::isInstance)) {
            throw new TestAbortedException(verdicts.map(verdict -> ((Verdict.NotApplicable) verdict).why())
                    .distinct()
                    .mkString("; "));
        }
    }

    private static String tell(Verdict.Broken broken) {
        return broken.breach() + "\n"
                + ScriptText.of(
                        broken.shortest(),
                        "breaks-rule-" + broken.rule().number(),
                        "Breaks " + broken.rule(),
                        Vector.of(broken.breach().detail()));
    }

    private static void judge(Report report) {
        Seq<Edge> unmet = report.unmet();
        if (!unmet.isEmpty()) {
            throw new AssertionFailedError("in " + report.effort().tries() + " tries there was never "
                    + unmet.map(Edge::sentence).mkString(", nor ")
                    + ": what held is not to be believed. Maybe raise -Dfirebreak.tries");
        }
    }
}
