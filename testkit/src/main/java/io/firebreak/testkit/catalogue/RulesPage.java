package io.firebreak.testkit.catalogue;

import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Seq;

/** The catalogue as a page of the docs, in Markdown. */
public final class RulesPage {
    private RulesPage() {}

    /** The page, with a section for each kind and a paragraph for each rule. */
    public static String markdown(Seq<Rule> rules) {
        StringBuilder page = new StringBuilder(
                """
                # The rules

                Every invariant that the testkit checks, with its number. The number is the rule's own for ever: it stands in test names, in messages, in the scripts that break it and in the matrix of `firebreak check --all`. This page is made from the catalogue by `docs/refresh-rules`; a test fails where the two differ.
                """);
        for (Kind kind : Kind.values()) {
            Seq<Rule> ofKind = rules.filter(rule -> rule.kind() == kind);
            if (!ofKind.isEmpty()) {
                page.append("\n## ")
                        .append(capital(kind.plural()))
                        .append("\n\n")
                        .append(kind.sentence())
                        .append('\n');
                ofKind.forEach(rule -> append(page, rule));
            }
        }
        return page.toString();
    }

    private static void append(StringBuilder page, Rule rule) {
        page.append("\n**")
                .append(rule.number())
                .append("** ")
                .append(capital(rule.sentence()))
                .append(".\n");
        if (!rule.precondition().isEmpty()) {
            page.append("*Where* ").append(rule.precondition()).append(".\n");
        }
        page.append("*Judges* ")
                .append(rule.families().map(family -> family.title() + "s").mkString(", "))
                .append(". *Source:* ")
                .append(rule.source())
                .append(".\n");
        if (!rule.violation().isEmpty()) {
            page.append("*Broken by* ").append(rule.violation()).append(".\n");
        }
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
