package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.rule.Check;
import io.firebreak.testkit.rule.Kind;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak rules}. */
@Command(
        name = "rules",
        description = "List the rules that every mechanism must keep, or explain one.",
        footer = {"", "'firebreak check my.jar' tries them on the mechanisms of a jar."})
final class RulesCommand implements Runnable {
    private static final int WIDTH = 100;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Which rule; all if you don't say.")
    private @Nullable Integer number;

    @Mixin
    private FormatOption format = new FormatOption();

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Integer wanted = number;
        Seq<Rule> chosen = wanted == null ? Catalogue.all() : Array.of(rule(wanted));
        if (format.json()) {
            ObjectNode root = FormatOption.JSON.createObjectNode();
            ArrayNode rules = root.putArray("rules");
            chosen.forEach(rule -> describe(rules.addObject(), rule));
            FormatOption.print(line.getOut(), root);
        } else if (wanted == null) {
            list(line.getOut(), chosen);
        } else {
            chosen.forEach(rule -> explain(line.getOut(), rule));
        }
        line.getOut().flush();
    }

    /** The rule, or {@link BadInput} with the nearest number. */
    static Rule rule(int number) {
        return Catalogue.find(number)
                .getOrElseThrow(() -> new BadInput("There is no rule " + number + ". Maybe "
                        + Catalogue.all()
                                .map(Rule::number)
                                .minBy(each -> Math.abs((long) each - number))
                                .get()
                        + ". 'firebreak rules' lists all."));
    }

    private static void list(PrintWriter out, Seq<Rule> rules) {
        for (Rule rule : rules) {
            Kind kind = rule.kind();
            if (rules.find(each -> each.kind() == kind).contains(rule)) {
                out.println((rule.equals(rules.head()) ? "" : System.lineSeparator())
                        + kind.plural().toUpperCase(Locale.ROOT) + ": " + kind.sentence());
            }
            lines(out, rule.number() + "  ", rule.sentence());
            lines(out, "     ", rule.precondition().isEmpty() ? "" : "where " + rule.precondition());
            lines(out, "     ", "for " + families(rule).mkString(", ") + "; " + rule.source());
        }
    }

    private static void explain(PrintWriter out, Rule rule) {
        out.println("Rule " + rule.number() + ", " + rule.testName());
        out.println();
        lines(out, "", rule.sentence());
        out.println();
        lines(out, "where      ", rule.precondition().isEmpty() ? "always" : rule.precondition());
        lines(out, "judges     ", families(rule).mkString(", "));
        lines(out, "kind       ", rule.kind().title());
        lines(out, "checked    ", checked(rule));
        lines(out, "source     ", rule.source());
        lines(out, "violated   ", rule.violation().isEmpty() ? "no real case is known here" : rule.violation());
    }

    /** How a rule is checked, for a reader. */
    static String checked(Rule rule) {
        if (rule.check() instanceof Check.ByEngine) {
            return "by the engine, in every run: whoever breaks it is stopped and named";
        }
        if (rule.check() instanceof Check.ByWatching) {
            return "by watching every action, ruling and answer of generated histories";
        }
        return rule.check() instanceof Check.ByComparing
                ? "by playing every generated history twice, with one thing changed, and comparing"
                : "by asking the mechanism again with the same state, and elsewhere";
    }

    static Seq<String> families(Rule rule) {
        return rule.families().map(Socket::title);
    }

    /** The text in lines that begin below each other. */
    static void lines(PrintWriter out, String title, String text) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(title);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH && line.length() > title.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(title.length()));
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    static void describe(ObjectNode node, Rule rule) {
        node.put("number", rule.number())
                .put("name", rule.name())
                .put("kind", rule.kind().title())
                .put("sentence", rule.sentence())
                .put("precondition", rule.precondition());
        ArrayNode families = node.putArray("families");
        families(rule).forEach(families::add);
        node.put("source", rule.source()).put("violation", rule.violation()).put("checked", checked(rule));
    }
}
