package io.firebreak.testkit.kit;

import io.firebreak.core.book.LawBroken;
import io.vavr.collection.Array;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets mechanisms work in a thread of their own, and ends the wait where one hangs: such a thread can only be left behind. */
public final class Watchdog {
    /** What a kit allows a try unless it is told otherwise. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private static final long GLANCE_MILLIS = 20;
    private static final int IDLE = 10;

    private Watchdog() {}

    /** Somebody took longer than the limit; the message says where: {@code in rule() (MyAuction.java:33)}. */
    public static final class Hanging extends RuntimeException {
        private static final long serialVersionUID = 1;

        Hanging(String where, Duration limit) {
            super("hangs" + where + ": one try took longer than " + limit.toSeconds() + " s. Maybe a loop never ends");
        }
    }

    /**
     * What the work comes to, or whatever it throws; {@link Hanging} where it does not say for too long that it goes on.
     *
     * @param limit of the processor's time between two signs of life; who sleeps is waited for ten times as long
     * @param work is handed what it must run now and then, as its sign of life
     */
    public static <T> T watch(Duration limit, Function<Runnable, T> work) {
        Worker<T> worker = new Worker<>(work);
        worker.start();
        try {
            for (worker.join(GLANCE_MILLIS); worker.isAlive(); worker.join(GLANCE_MILLIS)) {
                if (worker.isLate(limit)) {
                    throw new Hanging(place(worker.getStackTrace()), limit);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait was ended.", stopped);
        }
        return worker.outcome();
    }

    /** {@code in rule() (MyAuction.java:33)}: the outermost call of a mechanism; empty where there is none. */
    public static String place(StackTraceElement[] frames) {
        int at = Array.of(frames).lastIndexWhere(LawBroken::isOfMechanism);
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

    private static final class Worker<T> extends Thread {
        private final Function<Runnable, T> work;
        private volatile long aliveNanos = System.nanoTime();
        private long seenNanos = aliveNanos;
        private long workedThen;
        private volatile @Nullable T result;
        private volatile @Nullable Throwable thrown;

        Worker(Function<Runnable, T> work) {
            super("firebreak-mechanisms");
            setDaemon(true);
            this.work = work;
        }

        @Override
        public void run() {
            try {
                result = work.apply(() -> aliveNanos = System.nanoTime());
            } catch (Throwable anything) { // whatever it is, who waits is told
                thrown = anything;
            }
        }

        boolean isLate(Duration limit) {
            long alive = aliveNanos;
            long now = ManagementFactory.getThreadMXBean().getThreadCpuTime(getId());
            if (alive != seenNanos) {
                seenNanos = alive;
                workedThen = now;
            }
            return now - workedThen > limit.toNanos() || System.nanoTime() - alive > IDLE * limit.toNanos();
        }

        T outcome() {
            Throwable problem = thrown;
            if (problem instanceof RuntimeException exception) {
                throw exception;
            }
            if (problem instanceof Error error) {
                throw error;
            }
            return java.util.Objects.requireNonNull(result);
        }
    }
}
