package io.firebreak.cli;

import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.kit.Report;
import io.firebreak.testkit.kit.Verdict;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What came of a candidate.
 *
 * @param reports one for each of its subjects
 * @param seconds that a processor worked on its campaigns
 */
record Checked(Candidate candidate, Seq<Report> reports, double seconds) {
    /** One verdict for each rule over all subjects: broken where one breaks it, held where one put it to the test. */
    Seq<Verdict> verdicts() {
        return reports.flatMap(Report::verdicts)
                .groupBy(verdict -> verdict.rule().number())
                .values()
                .map(Checked::together)
                .toArray()
                .sortBy(verdict -> verdict.rule().number());
    }

    /** How many histories were drawn for each subject, at most. */
    int tries() {
        return reports.map(report -> report.effort().tries())
                .max()
                .getOrElse(candidate.effort().tries());
    }

    Option<Verdict> of(Rule rule) {
        Seq<Verdict> verdicts = reports.flatMap(Report::verdicts)
                .filter(verdict -> verdict.rule().number() == rule.number());
        return Option.when(verdicts.nonEmpty(), () -> together(verdicts));
    }

    private static Verdict together(Seq<Verdict> verdicts) {
        Rule rule = verdicts.head().rule();
        return verdicts.find(Verdict.Broken.class::isInstance)
                .orElse(() -> Option.of(verdicts.filter(Verdict.Held.class::isInstance)
                                .map(held -> ((Verdict.Held) held).times())
                                .sum()
                                .longValue())
                        .filter(times -> times > 0)
                        .map(times -> new Verdict.Held(rule, times)))
                .getOrElse(() -> new Verdict.NotApplicable(
                        rule,
                        verdicts.map(each -> ((Verdict.NotApplicable) each).why())
                                .distinct()
                                .mkString("; ")));
    }

    Seq<Verdict.Broken> broken() {
        return verdicts().filter(Verdict.Broken.class::isInstance).map(Verdict.Broken.class::cast);
    }

    /** The name of the subject in which a rule is broken. */
    String where(Verdict.Broken broken) {
        return reports.find(report -> report.verdicts().contains(broken))
                .map(report -> report.subject().name())
                .getOrElse(candidate.name());
    }

    long actions() {
        return reports.map(Report::actions).sum().longValue();
    }

    /** Edges that no trial of any subject met. */
    Seq<Edge> unmet() {
        return reports.isEmpty()
                ? io.vavr.collection.Array.empty()
                : reports.map(Report::unmet).reduce((one, other) -> one.filter(other::contains));
    }

    long met(Edge edge) {
        return reports.map(report -> report.edges().getOrElse(edge, 0L)).sum().longValue();
    }

    boolean sound() {
        return broken().isEmpty() && unmet().isEmpty();
    }
}
