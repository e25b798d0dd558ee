package io.firebreak.cli;

import io.firebreak.core.engine.RunResult;
import io.firebreak.core.experiment.Outcome;
import io.firebreak.core.experiment.Trials;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Says on stderr how far the runs are: a bar where someone watches, a line at each failure everywhere. */
final class Progress implements Trials.Progress, AutoCloseable {
    private static final int WIDTH = 100;
    /** A hundred runs often fail for one reason. */
    private static final int NAMED = 5;

    private final PrintWriter err;
    private final @Nullable ProgressBar bar;
    private int failures;

    private Progress(PrintWriter err, @Nullable ProgressBar bar) {
        this.err = err;
        this.bar = bar;
    }

    static Progress on(PrintWriter err) {
        return on(err, "runs");
    }

    /** Of so many of something. */
    static Progress on(PrintWriter err, String what) {
        // The launcher sees whether stderr is a terminal; Java does not.
        boolean watched = Boolean.getBoolean("firebreak.terminal");
        return new Progress(
                err,
                watched
                        ? new ProgressBarBuilder()
                                .setTaskName(what)
                                .setStyle(ProgressBarStyle.ASCII)
                                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                                .build()
                        : null);
    }

    @Override
    public void finished(int done, int of, Outcome outcome) {
        if (outcome.result().failure().isDefined() && ++failures <= NAMED) {
            err.println("failed: " + outcome.trial().label() + ": " + why(outcome));
        }
        at(done, of);
    }

    void at(int done, int of) {
        if (bar != null) {
            bar.maxHint(of);
            bar.stepTo(done);
        }
    }

    /** {@code maker.liquidation in block 12: rule 106 (…): repays more than is owed}. */
    static String why(Outcome failed) {
        RunResult.Failure failure = failed.result().failure().get();
        return failure.mechanism() + " in block " + failure.block() + ": " + failure.message();
    }

    @Override
    public void close() {
        if (failures > NAMED) {
            err.println("failed: " + (failures - NAMED) + " more; the results name each");
        }
        if (bar != null) {
            bar.close();
        }
        err.flush();
    }
}
