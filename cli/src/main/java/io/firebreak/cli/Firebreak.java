package io.firebreak.cli;

import io.firebreak.core.engine.Engine;
import io.firebreak.core.results.OutputProblem;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command {@code firebreak}. */
@Command(
        name = "firebreak",
        description = "A sandbox for liquidation mechanisms: see which designs contain a cascade and which spread it.",
        footer = {
            "",
            "Start with:  firebreak compare black-thursday",
            "",
            "Exit codes: 0 success, 1 a check failed (a run failed, results differ), 2 bad input."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class)
public final class Firebreak implements Callable<Integer> {
    static final int OK = 0;
    static final int CHECK_FAILED = 1;
    static final int BAD_INPUT = 2;

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    private Firebreak() {}

    /** Without a command: the help. */
    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return BAD_INPUT;
    }

    /** Runs the command line. */
    public static void main(String[] arguments) {
        CommandLine line = commandLine(new Workbench(new Engine()));
        // Tables hold characters that the platform's own charset may lack.
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        // What a plugin prints is no part of the answer.
        System.setOut(System.err);
        System.exit(Confinement.coded(line.execute(arguments)));
    }

    static CommandLine commandLine(Workbench workbench) {
        CommandLine line = new CommandLine(new Firebreak())
                .addSubcommand(new CompareCommand(workbench))
                .addSubcommand(new RunCommand(workbench))
                .addSubcommand(new SweepCommand(workbench))
                .addSubcommand(new ExplainCommand(workbench))
                .addSubcommand(new VerifyCommand(workbench))
                .addSubcommand(new CheckCommand(workbench))
                .addSubcommand(new ReplayCommand(workbench))
                .addSubcommand(new RulesCommand())
                .addSubcommand(new NewCommand(workbench))
                .addSubcommand(new MechanismsCommand(workbench))
                .addSubcommand(new ScenariosCommand())
                .addSubcommand(new ValidateCommand(workbench))
                .addSubcommand(new SchemaCommand(workbench))
                .addSubcommand(new CompletionCommand());
        everywhere(line);
        OptionValues.register(line);
        line.setExecutionExceptionHandler((problem, command, result) -> {
            if (problem instanceof BadInput bad) {
                bad.lines().forEach(command.getErr()::println);
                return BAD_INPUT;
            }
            if (problem instanceof OutputProblem output) {
                command.getErr().println(output.getMessage());
                return BAD_INPUT;
            }
            command.getErr()
                    .println("This is a mistake of Firebreak's; please report it with the command and these lines.");
            problem.printStackTrace(command.getErr());
            return CHECK_FAILED;
        });
        line.setParameterExceptionHandler((problem, arguments) -> mistyped(problem));
        return line;
    }

    static String version() {
        return Option.of(Firebreak.class.getPackage().getImplementationVersion())
                .getOrElse("development");
    }

    private static void everywhere(CommandLine line) {
        // A command that is a method says so itself: picocli counts its parameters before this.
        if (!(line.getCommand() instanceof Method)) {
            line.getCommandSpec().mixinStandardHelpOptions(true);
        }
        line.getCommandSpec().version("firebreak " + version());
        line.getSubcommands().values().forEach(Firebreak::everywhere);
    }

    private static int mistyped(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return BAD_INPUT;
    }

    /** {@code firebreak completion}. */
    @Command(
            name = "completion",
            description = "Print a completion script for bash and zsh.",
            footer = {"", "source <(firebreak completion)"})
    static final class CompletionCommand implements Runnable {
        @CommandLine.Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            CommandLine line = Objects.requireNonNull(spec).commandLine();
            line.getOut().print(AutoComplete.bash("firebreak", spec.root().commandLine()));
            line.getOut().flush();
        }
    }
}
