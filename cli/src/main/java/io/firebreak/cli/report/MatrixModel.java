package io.firebreak.cli.report;

import io.vavr.collection.Seq;

/**
 * All that the page of a check says.
 *
 * @param facts name and value, at the top
 */
public record MatrixModel(String title, String summary, Seq<Fact> facts, Seq<RuleNote> rules, Seq<Group> groups) {
    /** Something about the check as a whole. */
    public record Fact(String name, String value) {}

    /**
     * A rule, for a reader.
     *
     * @param notes title and text: when it applies, whom it judges, where it comes from
     */
    public record RuleNote(int number, String name, String sentence, Seq<Fact> notes) {}

    /** Rows of one kind: liquidation models, or pairs of them with venues. */
    public record Group(String title, Seq<Row> rows) {}

    /**
     * A mechanism or a pair.
     *
     * @param whyNot why nothing could be checked; empty where it could
     * @param unmet edges that no trial met, as a sentence; empty where all were met
     */
    public record Row(String name, String parameters, String whyNot, String unmet, Seq<Cell> cells) {}

    /**
     * A mechanism under a rule.
     *
     * @param text how often it held, what broke it, or why the rule says nothing
     * @param replay the command that shows how it breaks; empty where nothing is broken
     */
    public record Cell(int rule, Mark mark, String text, String replay) {}

    /** What came of a rule. */
    public enum Mark {
        HELD("+", "held"),
        BROKEN("✕", "broken"),
        SILENT("·", "not applicable");

        private final String sign;
        private final String word;

        Mark(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        String sign() {
            return sign;
        }

        String word() {
            return word;
        }
    }
}
