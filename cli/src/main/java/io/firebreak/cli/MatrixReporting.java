package io.firebreak.cli;

import io.firebreak.cli.report.MatrixModel;
import io.firebreak.cli.report.MatrixPage;
import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.kit.Verdict;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/** Turns findings into the model of their page. */
record MatrixReporting(Findings findings) {
    String html() {
        Seq<Checked> checked = findings.checked();
        int broken = checked.map(each -> each.broken().size()).sum().intValue();
        Candidate first = checked.head().candidate();
        return MatrixPage.html(new MatrixModel(
                "Mechanisms and rules",
                broken == 0
                        ? "Every mechanism that ships, alone and in pairs, under every rule that judges it."
                        : (broken == 1 ? "1 rule is" : broken + " rules are")
                                + " broken among the mechanisms that ship, alone and in pairs.",
                Array.of(
                        fact(
                                "Mechanisms and pairs",
                                String.format(
                                        "%,d",
                                        checked.count(each ->
                                                each.candidate().whyNot().isEmpty()))),
                        fact("Rules", "" + findings.rules().size()),
                        fact(
                                "Histories",
                                first.effort().tries() + " alone and "
                                        + first.effort().histories() + " explored, "
                                        + checked.last().candidate().effort().tries() + " in pairs"),
                        fact("Seed", "" + first.effort().seed()),
                        fact(
                                "Actions",
                                String.format(
                                        "%,d",
                                        checked.map(Checked::actions).sum().longValue())),
                        fact("Firebreak", Firebreak.version())),
                findings.rules().map(MatrixReporting::note),
                checked.map(each -> each.candidate().group())
                        .distinct()
                        .map(group -> new MatrixModel.Group(
                                group,
                                checked.filter(each -> each.candidate().group().equals(group))
                                        .map(this::row)))));
    }

    private static MatrixModel.Fact fact(String name, String value) {
        return new MatrixModel.Fact(name, value);
    }

    private static MatrixModel.RuleNote note(Rule rule) {
        return new MatrixModel.RuleNote(
                rule.number(),
                rule.name(),
                rule.sentence(),
                Array.of(
                                fact("where", rule.precondition().isEmpty() ? "always" : rule.precondition()),
                                fact("judges", RulesCommand.families(rule).mkString(", ")),
                                fact("kind", rule.kind().title()),
                                fact("checked", RulesCommand.checked(rule)),
                                fact("source", rule.source()),
                                fact("violated", rule.violation()))
                        .reject(note -> note.value().isEmpty()));
    }

    private MatrixModel.Row row(Checked each) {
        return new MatrixModel.Row(
                each.candidate().name(),
                each.candidate().parameters(),
                each.candidate().whyNot(),
                each.unmet().map(Edge::sentence).mkString("; "),
                each.verdicts().map(verdict -> cell(each, verdict)));
    }

    private MatrixModel.Cell cell(Checked each, Verdict verdict) {
        int rule = verdict.rule().number();
        if (verdict instanceof Verdict.Broken broken) {
            return new MatrixModel.Cell(
                    rule,
                    MatrixModel.Mark.BROKEN,
                    broken.breach().detail(),
                    findings.script(each, broken).command());
        }
        return verdict instanceof Verdict.Held held
                ? new MatrixModel.Cell(rule, MatrixModel.Mark.HELD, String.format("%,d times", held.times()), "")
                : new MatrixModel.Cell(rule, MatrixModel.Mark.SILENT, ((Verdict.NotApplicable) verdict).why(), "");
    }
}
