package io.firebreak.cli;

import io.firebreak.core.engine.Assurance;
import io.firebreak.core.experiment.Experiment;
import io.firebreak.core.experiment.Journal;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Trials;
import io.vavr.collection.Seq;
import java.time.Duration;
import picocli.CommandLine;

/** How to run many economies. */
final class RunningOptions {
    @CommandLine.Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many runs at a time; the result does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @CommandLine.Option(
            names = "--assurance",
            paramLabel = "LEVEL",
            description = "How much the engine checks itself: none, block (default), action, full.")
    private Assurance assurance = Assurance.BLOCK;

    @CommandLine.Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "A run that takes longer is marked failed; 600 if you don't say.")
    private long limitSeconds = 600;

    Assurance assurance() {
        return assurance;
    }

    /** Refuses what cannot be, before anything is written. */
    void check() {
        BadInput.below(1, "--threads", threads);
        BadInput.below(1, "--time-limit", limitSeconds);
    }

    Seq<Outcome> run(Workbench workbench, Experiment experiment, Journal journal, CommandLine line) {
        try (Progress progress = Progress.on(line.getErr())) {
            return new Trials(workbench.runner(), threads, Duration.ofSeconds(limitSeconds), journal, progress)
                    .run(experiment);
        }
    }
}
