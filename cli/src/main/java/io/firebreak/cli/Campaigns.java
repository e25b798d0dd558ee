package io.firebreak.cli;

import io.firebreak.api.plugin.Mechanism;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Report;
import io.firebreak.testkit.kit.Subject;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the campaigns of candidates side by side. The outcome depends on neither the number of threads nor their luck. A
 * mechanism that takes longer than the limit for one try, or needs more memory than there is, ends all of it.
 */
record Campaigns(int threads, Duration limit, IntConsumer finished) {
    private static final long GLANCE_MILLIS = 20;
    private static final int IDLE = 10;

    /** One subject of a candidate. */
    private record Job(int candidate, Subject subject, Campaign campaign, Campaign.Effort effort) {
        /** A pair is tried less, and as hard as others where that has not met every edge, unless fewer tries were asked for. */
        boolean mayTryHarder() {
            return subject.besides().nonEmpty()
                    && effort.tries() * CheckCommand.PAIR_SHARE >= Campaign.Effort.STANDARD.tries();
        }
    }

    private record Done(Report report, double seconds) {}

    Seq<Checked> run(Seq<Candidate> candidates) {
        List<Job> jobs = new ArrayList<>();
        candidates.forEachWithIndex((candidate, index) -> candidate
                .subjects()
                .forEach(subject ->
                        jobs.add(new Job(index, subject, new Campaign(subject, Catalogue.all()), candidate.effort()))));
        Done[] done = new Done[jobs.size()];
        AtomicInteger next = new AtomicInteger();
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, jobs.size()); i++) {
            workers.add(new Worker(jobs, done, next));
        }
        workers.forEach(Thread::start);
        try {
            watch(workers, next, done.length);
        } finally {
            next.set(done.length);
            workers.forEach(Thread::interrupt);
        }
        return candidates.zipWithIndex((candidate, index) -> {
            Seq<Done> own = Array.range(0, done.length)
                    .filter(i -> jobs.get(i).candidate() == index)
                    .map(i -> done[i]);
            return new Checked(
                    candidate,
                    own.map(Done::report),
                    own.map(Done::seconds).sum().doubleValue());
        });
    }

    private void watch(List<Worker> workers, AtomicInteger next, int jobs) {
        int told = 0;
        while (workers.stream().anyMatch(Thread::isAlive)) {
            for (Worker worker : workers) {
                worker.judge(limit);
            }
            int now = Math.min(next.get(), jobs);
            if (now > told) {
                told = now;
                finished.accept(Math.max(0, told - workers.size()));
            }
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The check was stopped.", stopped);
            }
        }
        workers.forEach(worker -> worker.judge(limit));
    }

    /** Takes one job after the other; it says at each try that it is alive. A thread that hangs can only be left behind. */
    private static final class Worker extends Thread {
        private final List<Job> jobs;
        private final Done[] done;
        private final AtomicInteger next;
        private volatile long aliveNanos = System.nanoTime();
        private long seenNanos = aliveNanos;
        private long workedThen;
        private volatile @Nullable Job job;
        private volatile @Nullable Throwable thrown;

        Worker(List<Job> jobs, Done[] done, AtomicInteger next) {
            super("firebreak-check");
            setDaemon(true);
            this.jobs = jobs;
            this.done = done;
            this.next = next;
        }

        @Override
        public void run() {
            try {
                for (int at = next.getAndIncrement(); at < done.length; at = next.getAndIncrement()) {
                    Job own = jobs.get(at);
                    job = own;
                    aliveNanos = System.nanoTime();
                    long start = worked();
                    Report report = run(own, own.effort());
                    if (own.mayTryHarder() && report.unmet().nonEmpty()) {
                        report = run(own, own.effort().times(CheckCommand.PAIR_SHARE));
                    }
                    done[at] = new Done(report, (worked() - start) / 1e9);
                }
            } catch (Throwable anything) { // whatever a stranger's mechanism throws, it is told
                thrown = anything;
            }
        }

        private Report run(Job own, Campaign.Effort effort) {
            return own.campaign().run(effort, () -> aliveNanos = System.nanoTime());
        }

        /** Throws where this worker stopped or hangs. */
        void judge(Duration limit) {
            Job own = job;
            Throwable problem = thrown;
            if (own == null) {
                return;
            }
            if (problem != null) {
                String where = where(own.subject().mechanism(), problem.getStackTrace());
                throw new BadInput(own.subject().name() + " cannot be checked: it "
                        + (problem instanceof OutOfMemoryError ? "needs more memory than there is" : "threw " + problem)
                        + where + ". Maybe it does not fit the worlds of the kit.");
            }
            if (isAlive() && isLate(limit)) {
                throw new BadInput(
                        own.subject().name() + " hangs" + where(own.subject().mechanism(), getStackTrace())
                                + ": one try took longer than " + limit.toSeconds()
                                + " s. Maybe a loop never ends; --time-limit SECONDS gives it more time.");
            }
        }

        /** Work counts, for others may work on this machine; who sleeps without working is waited for ten times as long. */
        private boolean isLate(Duration limit) {
            long alive = aliveNanos;
            long now = worked();
            if (alive != seenNanos) {
                seenNanos = alive;
                workedThen = now;
            }
            return now - workedThen > limit.toNanos() || System.nanoTime() - alive > IDLE * limit.toNanos();
        }

        /** How long a processor worked for this thread, in nanoseconds. */
        private long worked() {
            return ManagementFactory.getThreadMXBean().getThreadCpuTime(getId());
        }

        /** {@code in rule() (MyAuction.java:33)}: the outermost call of the mechanism; empty where there is none. */
        private static String where(Mechanism mechanism, StackTraceElement[] frames) {
            int at = Array.of(frames).lastIndexWhere(frame -> frame.getClassName()
                    .equals(mechanism.getClass().getName()));
            if (at < 0) {
                return "";
            }
            // The compiler puts a method of the same name around one with a narrower type.
            boolean bridged = at > 0
                    && frames[at - 1].getClassName().equals(frames[at].getClassName())
                    && frames[at - 1].getMethodName().equals(frames[at].getMethodName());
            StackTraceElement frame = frames[bridged ? at - 1 : at];
            return " in " + frame.getMethodName() + "() (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
        }
    }
}
