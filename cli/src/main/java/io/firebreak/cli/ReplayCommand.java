package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.scenario.Problem;
import io.firebreak.core.scenario.Scenario;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.scenario.ScenarioSource;
import io.firebreak.core.scenario.ScenarioWriter;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.examination.Breach;
import io.firebreak.testkit.kit.Watchdog;
import io.firebreak.testkit.replay.Replay;
import io.firebreak.testkit.sheet.BalanceSheet;
import io.firebreak.testkit.trial.Trial;
import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak replay}. */
@Command(
        name = "replay",
        description = "Play a script action by action, with every rule watching.",
        footer = {
            "",
            "A script is a scenario with 'actions:'; 'firebreak check' writes one for each rule that it finds broken.",
            "Exit codes: 0 every rule held, 1 a rule is broken, 2 bad input."
        })
final class ReplayCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The script: a file, or a shipped scenario's name.")
    private String file = "";

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "S",
            description = "Which seed; 0 if you don't say, as in scripts that a check wrote.")
    private long seed;

    @CommandLine.Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "With --plugins: who works longer on one run of the script hangs; 60 if you don't say.")
    private long limitSeconds = Watchdog.LIMIT.toSeconds();

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private FormatOption format = new FormatOption();

    ReplayCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        BadInput.below(1, "--time-limit", limitSeconds);
        for (Path strangers : plugins.folder().filter(given -> !Confinement.isHere())) {
            return Confinement.OF_STRANGERS.run(strangers, line);
        }
        Mechanisms mechanisms = workbench.mechanisms(plugins.folder());
        Scenario scenario = new ScenarioReader(mechanisms)
                .read(ScenarioSource.of(Workbench.file(file)))
                .getOrElseThrow(problems -> new BadInput(problems.map(Problem::toString)));
        // The design as written, in the first world.
        Trial trial = new Trial(scenario.variants().head().economy(), seed);
        Replay replay = played(trial);
        replay.failure()
                .filter(failure -> failure.mechanism().equals("scenario"))
                .forEach(failure -> {
                    throw new BadInput(file + ": " + failure.message());
                });
        Seq<String> actions =
                new ScenarioWriter(mechanisms).actions(trial.economy().withActions(replay.actions()));
        if (format.json()) {
            FormatOption.print(line.getOut(), json(scenario, trial, replay, actions));
        } else {
            print(line.getOut(), scenario, replay, actions);
        }
        return replay.breaches().isEmpty() ? Firebreak.OK : Firebreak.CHECK_FAILED;
    }

    /** What ships comes to its end, however long the script is. */
    private Replay played(Trial trial) {
        if (plugins.folder().isEmpty()) {
            return Replay.of(trial, Catalogue.all());
        }
        try {
            return Watchdog.watch(Duration.ofSeconds(limitSeconds), alive -> Replay.of(trial, Catalogue.all(), alive));
        } catch (Watchdog.Hanging hanging) {
            throw new BadInput(file + " " + hanging.getMessage() + "; --time-limit SECONDS gives it more time.");
        }
    }

    private static void print(PrintWriter out, Scenario scenario, Replay replay, Seq<String> actions) {
        out.println(scenario.title());
        long block = -1;
        boolean afterwards = false;
        for (Replay.Step step : replay.steps()) {
            if (step.afterwards() && !afterwards) {
                afterwards = true;
                out.println();
                out.println("the script is over; a taker with enough capital takes care for a month");
            }
            if (step.block() != block) {
                block = step.block();
                out.println();
                out.println("block " + block);
            }
            ScriptedAction action = step.action() < 0 ? null : replay.actions().get(step.action());
            if (action != null) {
                RulesCommand.lines(
                        out,
                        "  " + (step.action() + 1) + ". " + action.sender() + "  ",
                        actions.get(step.action())
                                + step.refused()
                                        .map(why -> "  REFUSED: " + why.detail())
                                        .getOrElse("  applied"));
            } else {
                out.println("  (of itself)");
            }
            step.postings().forEach(posting -> out.println("       " + posting));
            step.events().forEach(event -> out.println("       → " + Story.sentence(event, replay.accounts())));
            step.breaches().forEach(breach -> broken(out, breach));
        }
        out.println();
        replay.failure()
                .forEach(failure -> RulesCommand.lines(
                        out,
                        "STOPPED  ",
                        failure.mechanism() + " in block " + failure.block() + ": " + failure.message()));
        if (replay.afterwards().nonEmpty()) {
            out.println("seen when the script was over: within that month, or beside another run");
            replay.afterwards().forEach(breach -> broken(out, breach));
        }
        out.println();
        out.println("balance sheets at the end of the script");
        String venue = "";
        for (BalanceSheet.Holder holder : replay.sheet().accounts()) {
            if (!holder.venue().equals(venue)) {
                venue = holder.venue();
                out.println(venue);
            }
            RulesCommand.lines(
                    out, "  " + holder.account() + "  ", holder.parcels().mkString(", "));
        }
        out.println();
        int watching = replay.met().count(each -> each._2 > 0);
        out.println(
                replay.breaches().isEmpty()
                        ? "every rule held; " + watching + " were put to the test"
                        : "broken: "
                                + replay.breaches()
                                        .map(each -> "rule " + each.rule().number())
                                        .mkString(", ")
                                + "; 'firebreak rules NUMBER' explains");
        out.flush();
    }

    private static void broken(PrintWriter out, Breach breach) {
        RulesCommand.lines(
                out,
                "     X rule " + breach.rule().number() + "  ",
                breach.rule().sentence() + ": " + breach.detail());
    }

    private static ObjectNode json(Scenario scenario, Trial trial, Replay replay, Seq<String> actions) {
        ObjectNode root = FormatOption.JSON.createObjectNode();
        root.put("scenario", scenario.name()).put("seed", trial.seed());
        ArrayNode steps = root.putArray("steps");
        for (Replay.Step step : replay.steps()) {
            ObjectNode node = steps.addObject().put("block", step.block()).put("afterwards", step.afterwards());
            if (step.action() >= 0) {
                node.put("action", step.action() + 1)
                        .put("account", replay.actions().get(step.action()).sender())
                        .put("does", actions.get(step.action()))
                        .put("applied", step.refused().isEmpty());
            }
            step.refused()
                    .forEach(why -> node.put("reason", why.reason().name()).put("refused", why.detail()));
            step.postings().forEach(node.putArray("postings")::add);
            ArrayNode events = node.putArray("events");
            step.events().forEach(event -> events.add(Story.sentence(event, replay.accounts())));
            ArrayNode breaches = node.putArray("breaches");
            step.breaches().forEach(breach -> describe(breaches.addObject(), breach));
        }
        ArrayNode sheets = root.putArray("sheets");
        replay.sheet().accounts().forEach(holder -> {
            ObjectNode node = sheets.addObject().put("venue", holder.venue()).put("account", holder.account());
            ArrayNode balances = node.putArray("balances");
            holder.parcels().forEach(parcel -> balances.add(parcel.toString()));
        });
        ArrayNode breaches = root.putArray("breaches");
        replay.breaches().forEach(breach -> describe(breaches.addObject(), breach));
        ObjectNode met = root.putObject("met");
        replay.met().forEach((rule, times) -> met.put("" + rule, times));
        replay.failure().forEach(failure -> root.putObject("stopped")
                .put("rule", failure.rule())
                .put("mechanism", failure.mechanism())
                .put("block", failure.block())
                .put("message", failure.message()));
        return root;
    }

    private static void describe(ObjectNode node, Breach breach) {
        node.put("rule", breach.rule().number())
                .put("sentence", breach.rule().sentence())
                .put("block", breach.block())
                .put("afterActions", breach.step())
                .put("detail", breach.detail());
    }
}
