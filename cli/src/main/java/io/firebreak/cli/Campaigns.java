package io.firebreak.cli;

import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Report;
import io.firebreak.testkit.kit.Subject;
import io.firebreak.testkit.kit.Watchdog;
import io.vavr.collection.Seq;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Runs the campaigns of candidates side by side. The outcome depends on neither the number of threads nor their luck. A
 * mechanism that takes longer than the limit for one try, or needs more memory than there is, ends all of it.
 */
record Campaigns(int threads, Duration limit, IntConsumer finished) {
    /** One subject of a candidate. */
    private record Job(int candidate, Subject subject, Campaign campaign, Campaign.Effort effort) {
        /** A pair is tried less, and as hard as others where that has not met every edge, unless fewer tries were asked for. */
        boolean mayTryHarder() {
            return subject.besides().nonEmpty()
                    && effort.tries() * CheckCommand.PAIR_SHARE >= Campaign.Effort.STANDARD.tries();
        }

        Done run(Runnable alive) {
            long start = worked();
            Report report = campaign.run(effort, alive);
            if (mayTryHarder() && report.unmet().nonEmpty()) {
                report = campaign.run(effort.times(CheckCommand.PAIR_SHARE), alive);
            }
            return new Done(report, (worked() - start) / 1e9);
        }

        /** How long a processor worked for this thread, in nanoseconds. */
        private static long worked() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    private record Done(Report report, double seconds) {}

    Seq<Checked> run(Seq<Candidate> candidates) {
        Seq<Job> jobs = candidates
                .zipWithIndex()
                .flatMap(each -> each._1
                        .subjects()
                        .map(subject ->
                                new Job(each._2, subject, new Campaign(subject, Catalogue.all()), each._1.effort())))
                .toArray();
        ExecutorService workers = Executors.newFixedThreadPool(threads, Campaigns::worker);
        try {
            CompletionService<Done> ending = new ExecutorCompletionService<>(workers);
            Seq<Future<Done>> all =
                    jobs.map(job -> ending.submit(() -> done(job))).toArray();
            for (int i = 1; i <= jobs.size(); i++) {
                ending.take().get();
                finished.accept(i);
            }
            List<Done> done = new ArrayList<>();
            for (Future<Done> each : all) {
                done.add(each.get());
            }
            return candidates.zipWithIndex((candidate, index) -> {
                Seq<Done> own = jobs.zip(done)
                        .filter(each -> each._1.candidate() == index)
                        .map(each -> each._2);
                return new Checked(
                        candidate,
                        own.map(Done::report),
                        own.map(Done::seconds).sum().doubleValue());
            });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was stopped.", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof BadInput bad
                    ? bad
                    : new IllegalStateException("The check failed.", failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "firebreak-check");
        thread.setDaemon(true);
        return thread;
    }

    private Done done(Job job) {
        String name = job.subject().name();
        try {
            return Watchdog.watch(limit, job::run);
        } catch (Watchdog.Hanging hanging) {
            throw new BadInput(name + " " + hanging.getMessage() + "; --time-limit SECONDS gives it more time.");
        } catch (RuntimeException | Error thrown) { // whatever a stranger's mechanism throws, it is told
            throw new BadInput(name + " cannot be checked: it "
                    + (thrown instanceof OutOfMemoryError ? "needs more memory than there is" : "threw " + thrown)
                    + Watchdog.place(thrown.getStackTrace()) + ". Maybe it does not fit the worlds of the kit.");
        }
    }
}
