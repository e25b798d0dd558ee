package io.firebreak.cli;

import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.Origin;
import io.firebreak.testkit.kit.Campaign;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
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

/** {@code firebreak check}. */
@Command(
        name = "check",
        description = "Try every rule on the mechanisms of a jar, or on all that ship, alone and in pairs.",
        footer = {
            "",
            "firebreak check my-auction.jar",
            "firebreak check --mechanism fixed-spread --with '{ fixed-spread: { close-factor: 20%% } }'",
            "firebreak check --all --html matrix.html",
            "",
            "Exit codes: 0 every rule held, 1 a rule is broken or trials never met an edge, 2 bad input.",
            "'firebreak rules NUMBER' explains a rule, 'firebreak replay FILE' plays what broke it."
        })
final class CheckCommand implements Callable<Integer> {
    static final int PAIR_SHARE = 5;

    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "JAR",
            description = "A jar of plugins: all mechanisms in it are checked, in a JVM of their own.")
    private @Nullable Path jar;

    @CommandLine.Option(
            names = "--all",
            description = "Every mechanism that ships, alone and in pairs, as a matrix of mechanisms and rules.")
    private boolean all;

    @CommandLine.Option(names = "--mechanism", paramLabel = "NAME", description = "This one only.")
    private @Nullable String mechanism;

    @CommandLine.Option(
            names = "--with",
            paramLabel = "YAML",
            description = "Parameters by mechanism, as a scenario writes them: '{ my-auction: { beg: 3%% } }'."
                    + " What is left out keeps its preset, or is made up to fit the kit's worlds.")
    private String with = "";

    @CommandLine.Option(
            names = "--tries",
            paramLabel = "N",
            description = "How many histories to try each mechanism in, 500 if you don't say; a fifth of it for pairs.")
    private int tries = Campaign.Effort.STANDARD.tries();

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "S",
            description = "What the histories are drawn from, 1 if you don't say; the same seed tries the same.")
    private long seed = Campaign.Effort.STANDARD.seed();

    @CommandLine.Option(
            names = "--histories",
            paramLabel = "N",
            description = "How many histories of a tiny world to explore besides, the shortest first,"
                    + " 1500 if you don't say; none for pairs.")
    private int histories = Campaign.Effort.STANDARD.histories();

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the shortest script that breaks a rule is saved; 'failures' if you don't say.")
    private Path out = Path.of("failures");

    @CommandLine.Option(names = "--html", paramLabel = "FILE", description = "With --all: the matrix as a page, too.")
    private @Nullable Path html;

    @CommandLine.Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many campaigns at a time; the result does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @CommandLine.Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "A mechanism that works longer on one try hangs; 60 if you don't say.")
    private long limitSeconds = 60;

    @Mixin
    private FormatOption format = new FormatOption();

    CheckCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        refuse();
        Path stranger = jar;
        if (stranger != null && !Confinement.isHere()) {
            return Confinement.OF_STRANGERS.run(stranger, line);
        }
        Mechanisms mechanisms = workbench.mechanisms(Option.of(stranger));
        Suite suite = new Suite(mechanisms, with);
        suite.check();
        Seq<Candidate> candidates = candidates(mechanisms, suite);
        Seq<Checked> checked;
        try (Progress progress = Progress.on(line.getErr(), "checks")) {
            int of = candidates.map(each -> each.subjects().size()).sum().intValue();
            checked = new Campaigns(threads, Duration.ofSeconds(limitSeconds), done -> progress.at(done, of))
                    .run(candidates);
        }
        checked.forEach(CheckCommand::refuseStale);
        Findings findings = new Findings(mechanisms, checked, out, Option.of(stranger)).save();
        if (html != null) {
            Files.writeString(html, new MatrixReporting(findings).html());
        }
        if (format.json()) {
            FormatOption.print(line.getOut(), findings.json());
        } else if (all) {
            Matrix.of(findings).print(line.getOut());
        } else {
            findings.print(line.getOut());
        }
        line.getOut().flush();
        return findings.sound() ? Firebreak.OK : Firebreak.CHECK_FAILED;
    }

    private void refuse() {
        if (jar == null && mechanism == null && !all) {
            throw new BadInput("Say what to check: a jar, --mechanism NAME, or --all.");
        }
        if (all && (jar != null || mechanism != null)) {
            throw new BadInput("--all checks all that ships, and " + (jar == null ? "--mechanism " + mechanism : jar)
                    + " is named besides. Say only one of them.");
        }
        BadInput.below(1, "--tries", tries);
        BadInput.below(0, "--histories", histories);
        BadInput.below(1, "--threads", threads);
        BadInput.below(1, "--time-limit", limitSeconds);
        if (html != null && !all) {
            throw new BadInput("--html draws the matrix of --all. Maybe add --all, or leave --html out.");
        }
        Path stranger = jar;
        if (stranger != null && !Files.isRegularFile(stranger)) {
            throw new BadInput("There is no jar '" + stranger + "'. Maybe build it first: mvn package -DskipTests.");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new BadInput("--out '" + out + "' is a file, and a folder is needed. Maybe name another.");
        }
        Path page = html;
        if (page != null && (Files.isDirectory(page) || !Files.isDirectory(folder(page)))) {
            throw new BadInput("--html '" + page + "' cannot be written. Maybe create its folder first.");
        }
    }

    /** What was compiled against another api fails only when it first asks for what is not there. */
    private static void refuseStale(Checked checked) {
        checked.broken()
                .map(broken -> broken.breach().detail())
                .find(detail -> detail.matches(
                        "(?s).*java\\.lang\\.(NoSuch|Abstract|Incompatible|NoClassDef|Unsupported)\\w*Error.*"))
                .forEach(detail -> {
                    throw new BadInput(checked.candidate().name()
                            + " was built against another version of the api, it seems: " + detail
                            + ". Maybe build it again.");
                });
    }

    private static Path folder(Path file) {
        return Option.of(file.toAbsolutePath().getParent()).getOrElse(file);
    }

    private Seq<Candidate> candidates(Mechanisms mechanisms, Suite suite) {
        Campaign.Effort effort = new Campaign.Effort(tries, seed, histories);
        Seq<MechanismSpec> specs = chosen(mechanisms);
        Seq<Candidate> alone = suite.alone(specs, effort);
        if (alone.isEmpty()) {
            throw new BadInput("No rule judges "
                    + specs.map(each -> each.name() + ", " + each.socket().titled())
                            .mkString("; ") + ".");
        }
        return all
                ? alone.appendAll(suite.pairs(specs, new Campaign.Effort(Math.max(1, tries / PAIR_SHARE), seed)))
                : suite.inPools(alone);
    }

    private Seq<MechanismSpec> chosen(Mechanisms mechanisms) {
        Path stranger = jar;
        Seq<MechanismSpec> offered = stranger == null
                ? mechanisms.all()
                : mechanisms.all().filter(each -> !each.origin().name().equals(Origin.BUILT_IN));
        String wanted = mechanism;
        Seq<MechanismSpec> specs =
                wanted == null ? offered : offered.filter(each -> each.name().equals(wanted));
        if (specs.isEmpty()) {
            throw new BadInput("There is no mechanism '" + wanted + "'"
                    + (stranger == null ? "" : " in " + stranger.getFileName())
                    + ShippedScenarios.nearest(String.valueOf(wanted), offered.map(MechanismSpec::name))
                    + (stranger == null
                            ? " 'firebreak mechanisms' lists all."
                            : " It offers " + offered.map(MechanismSpec::name).mkString(", ") + "."));
        }
        return Array.ofAll(specs);
    }
}
