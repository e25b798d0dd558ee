package io.firebreak.core.experiment;

import io.firebreak.core.engine.RunOptions;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.Runner;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs an experiment on several threads. The outcome depends on neither their number nor their luck: runs share nothing,
 * and results stand in the order of the trials. A run that fails, throws or takes longer than {@code limit} is marked
 * failed, and the others go on.
 */
public record Trials(Runner runner, int threads, Duration limit, Journal journal, Progress progress) {
    /** Hears of every finished run, one call at a time. */
    @FunctionalInterface
    public interface Progress {
        void finished(int done, int of, Outcome outcome);
    }

    /** Runs what the journal does not know yet. */
    public Seq<Outcome> run(Experiment experiment) {
        Array<Trial> trials = experiment.trials();
        Outcome[] outcomes = new Outcome[trials.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        FutureTask<?>[] workers = new FutureTask<?>[Math.max(1, Math.min(threads, trials.size()))];
        for (int worker = 0; worker < workers.length; worker++) {
            workers[worker] = started("firebreak-worker-" + worker, () -> {
                for (int at = next.getAndIncrement(); at < outcomes.length; at = next.getAndIncrement()) {
                    Outcome outcome = outcome(trials.get(at), experiment);
                    outcomes[at] = outcome;
                    synchronized (done) {
                        progress.finished(done.incrementAndGet(), outcomes.length, outcome);
                    }
                }
            });
        }
        try {
            for (FutureTask<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException | InterruptedException stopped) {
            next.set(outcomes.length); // the other workers finish their run and find no more
            if (stopped.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The experiment was stopped.", stopped);
        }
        return Array.of(outcomes);
    }

    private Outcome outcome(Trial trial, Experiment experiment) throws InterruptedException {
        Option<RunResult> known = journal.read(trial.number());
        if (known.isDefined()) {
            return new Outcome(trial, known.get());
        }
        RunOptions options = new RunOptions(trial.seed(), experiment.assurance(), false, experiment.sampleMillis());
        FutureTask<RunResult> run =
                new FutureTask<>(() -> runner.run(trial.variant().economy(), options));
        // A run has a thread of its own, for a thread that hangs can be left behind but not stopped.
        Thread thread = daemon(trial.label(), run);
        thread.start();
        try {
            RunResult result = slim(run.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            journal.keep(trial.number(), result);
            return new Outcome(trial, result);
        } catch (TimeoutException hanging) {
            // Not journalled: with more time, or on a faster machine, it may end.
            thread.interrupt();
            return failed(
                    trial, "the run took longer than " + limit.toSeconds() + " s. Maybe a mechanism loops forever.");
        } catch (ExecutionException thrown) {
            return failed(trial, String.valueOf(thrown.getCause()));
        }
    }

    private static Outcome failed(Trial trial, String why) {
        return new Outcome(
                trial,
                new RunResult(
                        "",
                        0,
                        Array.empty(),
                        Array.empty(),
                        Array.empty(),
                        Array.empty(),
                        Array.empty(),
                        Option.some(new RunResult.Failure(0, "run", 0, why))));
    }

    private static RunResult slim(RunResult result) {
        return new RunResult(
                result.hash(),
                result.blocks(),
                result.measures(),
                result.timeline(),
                Array.empty(),
                Array.empty(),
                result.warnings(),
                result.failure());
    }

    /** A task that may throw what it likes. */
    private interface Task {
        void run() throws InterruptedException;
    }

    private static FutureTask<?> started(String name, Task task) {
        FutureTask<Boolean> future = new FutureTask<>(() -> {
            task.run();
            return true;
        });
        daemon(name, future).start();
        return future;
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0);
        thread.setDaemon(true);
        return thread;
    }
}
