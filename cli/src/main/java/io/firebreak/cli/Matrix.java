package io.firebreak.cli;

import io.firebreak.core.scenario.Counted;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Verdict;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.PrintWriter;

/** Mechanisms down, rules across, a letter where they meet; rules that do not fit beside each other stand below. */
record Matrix(Findings findings, Seq<Rule> rules) {
    private static final int WIDTH = 120;

    static Matrix of(Findings findings) {
        return new Matrix(findings, findings.rules());
    }

    void print(PrintWriter out) {
        int names = findings.checked()
                .map(each -> each.candidate().name().length())
                .max()
                .getOrElse(0);
        blocks(WIDTH - names - 2).forEach(block -> print(out, block, names));
        out.println("+ held    X broken    . its precondition was never there    (blank) judges something else");
        out.println("? trials of the mechanism never met an edge: what held is not to be believed");
        unfit().groupBy(Candidate::whyNot)
                .forEach((why, unfit) -> RulesCommand.lines(
                        out, "not applicable: ", unfit.map(Candidate::name).mkString(", ") + ": " + why));
        out.println();
        for (Checked each : findings.checked()) {
            for (Verdict.Broken broken : each.broken()) {
                RulesCommand.lines(
                        out,
                        "X ",
                        each.where(broken) + " breaks rule " + broken.rule().number() + " ("
                                + broken.rule().sentence() + "): "
                                + broken.breach().detail());
                out.println("  replay it: " + findings.script(each, broken).command());
            }
        }
        double seconds = findings.checked().map(Checked::seconds).sum().doubleValue();
        long actions = findings.checked().map(Checked::actions).sum().longValue();
        Campaign.Effort alone = findings.checked().head().candidate().effort();
        Campaign.Effort paired = findings.checked().last().candidate().effort();
        RulesCommand.lines(
                out,
                "",
                "each mechanism in " + Counted.of(alone.tries(), "history") + " a world and " + alone.histories()
                        + " explored, each pair in " + paired.tries() + " and " + paired.histories());
        out.printf(
                "%d mechanisms and pairs, %d rules, %,d actions; %.0f s of work%n",
                findings.checked().count(each -> each.candidate().whyNot().isEmpty()), rules.size(), actions, seconds);
    }

    private Seq<Candidate> unfit() {
        return findings.checked().map(Checked::candidate).filter(each -> !each.whyNot()
                .isEmpty());
    }

    /** Rules that fit beside each other, whole hundreds together. */
    private Seq<Seq<Rule>> blocks(int width) {
        Seq<Seq<Rule>> blocks = Array.empty();
        Seq<Rule> block = Array.empty();
        for (Seq<Rule> hundred : rules.groupBy(rule -> rule.number() / 100).values()) {
            if (!block.isEmpty() && columns(block.appendAll(hundred)).length() > width) {
                blocks = blocks.append(block);
                block = Array.empty();
            }
            block = block.appendAll(hundred);
        }
        return blocks.append(block);
    }

    /** A place for each rule; a gap before each hundred. */
    private static String columns(Seq<Rule> block) {
        return block.zip(block.prepend(block.head()))
                .map(pair -> pair._1.number() / 100 == pair._2.number() / 100 ? "#" : " #")
                .mkString();
    }

    private void print(PrintWriter out, Seq<Rule> block, int names) {
        String columns = columns(block);
        for (int power = 100; power > 0; power /= 10) {
            int digit = power;
            out.println(
                    " ".repeat(names + 2) + row(columns, block.map(rule -> (char) ('0' + rule.number() / digit % 10))));
        }
        String group = "";
        for (Checked each : findings.checked().reject(each -> unfit().contains(each.candidate()))) {
            if (!each.candidate().group().equals(group)) {
                group = each.candidate().group();
                out.println(group.toUpperCase(java.util.Locale.ROOT));
            }
            String name = each.candidate().name();
            out.println((name
                            + " ".repeat(names - name.length())
                            + (each.unmet().isEmpty() ? "  " : " ?")
                            + row(columns, block.map(rule -> letter(each.of(rule)))))
                    .stripTrailing());
        }
        out.println();
    }

    private static String row(String columns, Seq<Character> letters) {
        StringBuilder row = new StringBuilder(columns);
        int at = 0;
        for (char letter : letters) {
            at = columns.indexOf('#', at);
            row.setCharAt(at++, letter);
        }
        return row.toString();
    }

    private static char letter(Option<Verdict> verdict) {
        return verdict.map(each -> each instanceof Verdict.Held ? '+' : each instanceof Verdict.Broken ? 'X' : '.')
                .getOrElse(' ');
    }
}
