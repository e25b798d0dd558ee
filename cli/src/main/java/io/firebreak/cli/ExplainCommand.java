package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.experiment.Trial;
import io.firebreak.core.results.Manifest;
import io.vavr.collection.Array;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code firebreak explain}. */
@Command(
        name = "explain",
        description = "Run a run again, and say step by step why an account was liquidated and who bore the loss.",
        footer = {
            "",
            "firebreak explain --scenario black-thursday 'dutch auction/short of capital/1' maker/V0322",
            "firebreak explain --in firebreak-results/black-thursday 17 V0322"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Whence whence = new Whence();

    /** Where the run comes from. */
    static final class Whence {
        @CommandLine.Option(
                names = "--scenario",
                paramLabel = "SCENARIO",
                description = "A shipped scenario's name, or a file.")
        private @Nullable String scenario;

        @CommandLine.Option(
                names = "--in",
                paramLabel = "DIR",
                description = "A folder of results: its scenario and its runs.")
        private @Nullable Path results;
    }

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "DESIGN/WORLD/SEED or DESIGN/WORLD/IMPACT/SEED; with --in also a run's number.")
    private String run = "";

    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "The account's name, or the last part of it.")
    private String account = "";

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Mixin
    private FormatOption format = new FormatOption();

    ExplainCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Trial trial = trial();
        RunOptions options = new RunOptions(
                trial.seed(),
                Assurance.BLOCK,
                true,
                trial.variant().economy().clock().blockMillis());
        RunResult result = workbench.runner().run(trial.variant().economy(), options);
        AccountId id = Story.account(account, result);
        Story story = Story.of(id, result, trial.variant().economy().clock());
        if (format.json()) {
            FormatOption.print(line.getOut(), json(trial, story));
        } else {
            print(line.getOut(), trial, story);
        }
        return result.failure().isEmpty() ? Firebreak.OK : Firebreak.CHECK_FAILED;
    }

    private Trial trial() {
        if (whence.results == null) {
            return RunChoice.labelled(workbench.study(Objects.requireNonNull(whence.scenario), plugins.folder()), run);
        }
        Manifest manifest = Manifest.in(whence.results);
        Study study = workbench.study(Publication.scenarioIn(whence.results).toString(), plugins.folder());
        if (!run.matches("\\d{1,9}")) {
            return RunChoice.labelled(study, run);
        }
        Array<Trial> trials =
                study.experiment(manifest.seeds(), manifest.assurance()).trials();
        int number = Integer.parseInt(run);
        if (number >= trials.size()) {
            throw new BadInput("There is no run " + number + " in '" + whence.results + "': it has 0 to "
                    + (trials.size() - 1) + ".");
        }
        return trials.get(number);
    }

    private static void print(PrintWriter text, Trial trial, Story story) {
        text.println(story.account() + " in " + trial.label());
        text.println();
        if (story.steps().isEmpty()) {
            text.println("Nothing happened to this account: it was never unsafe, and nothing was taken from it.");
        } else {
            text.print(TextTable.of(
                            Array.of("block", "time", "what happened", "prices"),
                            story.steps()
                                    .map(step -> Array.of(
                                            String.valueOf(step.block()),
                                            step.time().toString(),
                                            step.sentence(),
                                            step.prices())))
                    .render());
        }
        if (!story.balance().isEmpty()) {
            text.println();
            text.println("In sum:");
            story.balance().forEach(sum -> text.println("  " + sum));
        }
        text.flush();
    }

    private static ObjectNode json(Trial trial, Story story) {
        ObjectNode root = FormatOption.JSON.createObjectNode();
        root.put("run", trial.label());
        root.put("account", story.account());
        ArrayNode steps = root.putArray("steps");
        for (Story.Step step : story.steps()) {
            steps.addObject()
                    .put("block", step.block())
                    .put("time", step.time().toString())
                    .put("kind", step.kind())
                    .put("what", step.sentence())
                    .put("prices", step.prices());
        }
        story.balance().forEach(root.putArray("sums")::add);
        return root;
    }
}
