package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.results.OutputProblem;
import io.firebreak.core.scenario.Counted;
import io.firebreak.core.scenario.ScenarioWriter;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.Socket;
import io.firebreak.testkit.examination.Edge;
import io.firebreak.testkit.kit.Report;
import io.firebreak.testkit.kit.Verdict;
import io.firebreak.testkit.rule.Rule;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What came of a check, with the script of every rule that was broken.
 *
 * @param folder where scripts lie
 * @param jar whose mechanisms were checked; none: those that ship
 */
record Findings(Mechanisms mechanisms, Seq<Checked> checked, Path folder, Option<Path> jar) {
    /** The script that breaks a rule, and the command that replays it. */
    record Script(Path file, String command) {}

    /** Every rule that judges something of it, by number. */
    Seq<Rule> rules() {
        return checked.flatMap(Checked::verdicts)
                .map(Verdict::rule)
                .distinctBy(Rule::number)
                .sortBy(Rule::number);
    }

    boolean sound() {
        return checked.forAll(Checked::sound);
    }

    /** Writes every script; nothing where nothing is broken. */
    Findings save() {
        for (Checked each : checked) {
            for (Verdict.Broken broken : each.broken()) {
                Script script = script(each, broken);
                try {
                    Files.createDirectories(folder);
                    Files.writeString(
                            script.file(),
                            new ScenarioWriter(mechanisms)
                                    .write(
                                            name(each, broken),
                                            "Breaks rule " + broken.rule().number() + ": "
                                                    + broken.rule().sentence(),
                                            Array.of(broken.breach().detail(), "Replay: " + script.command()),
                                            broken.shortest().economy()));
                } catch (IOException unwritable) {
                    throw new OutputProblem("'" + script.file() + "' cannot be written: " + unwritable.getMessage()
                            + ". Maybe name another folder with --out.");
                }
            }
        }
        return this;
    }

    Script script(Checked of, Verdict.Broken broken) {
        Path file = folder.resolve(name(of, broken) + ".yaml");
        return new Script(
                file,
                "firebreak replay " + file
                        + (broken.shortest().seed() == 0
                                ? ""
                                : " --seed " + broken.shortest().seed())
                        + jar.map(path -> " --plugins " + path).getOrElse(""));
    }

    private static String name(Checked of, Verdict.Broken broken) {
        return of.candidate().name().replace(" × ", "-with-") + "-rule-"
                + broken.rule().number();
    }

    void print(PrintWriter out) {
        for (Checked each : checked) {
            Candidate candidate = each.candidate();
            out.println(candidate.name() + ", " + Socket.titled(candidate.group()));
            if (!candidate.whyNot().isEmpty()) {
                RulesCommand.lines(out, "not applicable: ", candidate.whyNot());
                out.println();
                continue;
            }
            RulesCommand.lines(out, "with   ", candidate.parameters());
            RulesCommand.lines(
                    out,
                    "tried  ",
                    candidate.subjects().map(subject -> subject.name()).mkString(", ") + ": "
                            + Counted.of(each.tries(), "history")
                            + " each, seed "
                            + candidate.effort().seed());
            each.reports()
                    .map(Report::exploration)
                    .filter(exploration -> exploration.histories() > 0)
                    .forEach(exploration -> RulesCommand.lines(out, "tiny   ", exploration.toString()));
            out.println();
            each.verdicts().forEach(verdict -> print(out, each, verdict));
            out.println();
            edges(out, each);
            out.println(summary(each));
            out.println();
        }
    }

    private void print(PrintWriter out, Checked each, Verdict verdict) {
        String number = verdict.rule().number() + "  ";
        String sentence = verdict.rule().sentence();
        if (verdict instanceof Verdict.Held held) {
            RulesCommand.lines(out, number + String.format("held %,-11d", held.times()), sentence);
        } else if (verdict instanceof Verdict.NotApplicable not) {
            RulesCommand.lines(out, number + "not applicable  ", sentence);
            RulesCommand.lines(out, " ".repeat(21), not.why());
        } else if (verdict instanceof Verdict.Broken broken) {
            Script script = script(each, broken);
            int actions = broken.shortest().script().size();
            RulesCommand.lines(out, number + "BROKEN          ", sentence);
            RulesCommand.lines(
                    out,
                    " ".repeat(21),
                    each.where(broken) + ": " + broken.breach().detail());
            out.println(" ".repeat(21) + "shortest script, " + Counted.of(actions, "action") + ": " + script.file());
            out.println(" ".repeat(21) + "replay it: " + script.command());
        }
    }

    private static void edges(PrintWriter out, Checked each) {
        Seq<Edge> unmet = each.unmet();
        RulesCommand.lines(
                out,
                "edges met    ",
                Array.of(Edge.values())
                        .reject(unmet::contains)
                        .map(edge -> String.format("%s %,d", edge.sentence(), each.met(edge)))
                        .mkString("; "));
        RulesCommand.lines(
                out,
                "never met    ",
                unmet.isEmpty()
                        ? ""
                        : unmet.map(Edge::sentence).mkString("; ")
                                + ": what held is not to be believed. Maybe raise --tries");
    }

    /** {@code fixed-spread: 12 rules held, 1 broken (401), 2 not applicable; 4,800 actions in 2.3 s}. */
    private static String summary(Checked each) {
        Seq<Verdict> verdicts = each.verdicts();
        Seq<Integer> broken = each.broken().map(verdict -> verdict.rule().number());
        return String.format(
                "%s: %s held, %d broken%s, %d not applicable; %s in %.1f s",
                each.candidate().name(),
                Counted.of(verdicts.count(Verdict.Held.class::isInstance), "rule"),
                broken.size(),
                broken.isEmpty() ? "" : broken.mkString(" (", ", ", ")"),
                verdicts.count(Verdict.NotApplicable.class::isInstance),
                Counted.of(each.actions(), "action"),
                each.seconds());
    }

    ObjectNode json() {
        ObjectNode root = FormatOption.JSON.createObjectNode();
        root.put("sound", sound());
        ArrayNode all = root.putArray("checks");
        for (Checked each : checked) {
            ObjectNode node = all.addObject();
            node.put("name", each.candidate().name())
                    .put("group", each.candidate().group())
                    .put("parameters", each.candidate().parameters())
                    .put("tries", each.tries())
                    .put("seed", each.candidate().effort().seed())
                    .put("notApplicable", each.candidate().whyNot());
            ArrayNode worlds = node.putArray("worlds");
            each.reports().map(Report::subject).forEach(subject -> worlds.add(subject.name()));
            node.put("actions", each.actions()).put("seconds", each.seconds());
            ArrayNode explorations = node.putArray("explored");
            each.reports().map(Report::exploration).forEach(exploration -> explorations
                    .addObject()
                    .put("histories", exploration.histories())
                    .put("states", exploration.states())
                    .put("completeToSteps", exploration.completed()));
            ArrayNode rules = node.putArray("rules");
            each.verdicts().forEach(verdict -> describe(rules.addObject(), each, verdict));
            ObjectNode edges = node.putObject("edges");
            Array.of(Edge.values()).forEach(edge -> edges.put(edge.sentence(), each.met(edge)));
        }
        return root;
    }

    private void describe(ObjectNode node, Checked each, Verdict verdict) {
        node.put("rule", verdict.rule().number()).put("verdict", word(verdict));
        if (verdict instanceof Verdict.Held held) {
            node.put("times", held.times());
        } else if (verdict instanceof Verdict.NotApplicable not) {
            node.put("why", not.why());
        } else if (verdict instanceof Verdict.Broken broken) {
            Script script = script(each, broken);
            node.put("world", each.where(broken))
                    .put("detail", broken.breach().detail())
                    .put("block", broken.breach().block())
                    .put("actions", broken.shortest().script().size())
                    .put("script", script.file().toString())
                    .put("replay", script.command());
        }
    }

    /** {@code held}, {@code broken} or {@code not applicable}. */
    static String word(Verdict verdict) {
        return verdict instanceof Verdict.Held
                ? "held"
                : verdict instanceof Verdict.Broken ? "broken" : "not applicable";
    }
}
