package io.firebreak.testkit;

import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.examination.Examination;
import io.firebreak.testkit.examination.Examiner;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Improviser;
import io.firebreak.testkit.world.Intent;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Actions a second on a lending market of three borrowers: deposits, loans, repayments, bids and all else that the testkit
 * makes up, with every rule of the catalogue that watches checked after each ({@code every}), or none ({@code no}).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RulesBenchmark {
    private static final int CHOICES = 2000;

    @Param({"every", "no"})
    public String rules = "every";

    private Trial trial = new Workshop(Companions.loan()).world(sketch());
    private Examiner examiner = new Examiner(Vector.empty());

    /** What was counted. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counted {
        public long actions;
        public long refused;
    }

    @Setup
    public void play() {
        trial = trial.withScript(new Examiner(Vector.empty())
                .examine(trial, new Improviser(sketch().choices()))
                .played());
        examiner = new Examiner(rules.equals("every") ? Catalogue.all() : Vector.empty());
    }

    @Benchmark
    public Examination examine(Counted counted) {
        Examination examination = examiner.examine(trial);
        counted.actions += examination.played().size();
        counted.refused += examination.refused();
        return examination;
    }

    /** By hand, for a profiler: {@code every|no} and how often a hundred runs; seconds are of the processor. */
    public static void main(String[] arguments) {
        RulesBenchmark benchmark = new RulesBenchmark();
        benchmark.rules = arguments[0];
        benchmark.play();
        for (int time = 0; time < Integer.parseInt(arguments[1]); time++) {
            Counted counted = new Counted();
            long began = cpuNanos();
            for (int run = 0; run < 100; run++) {
                benchmark.examine(counted);
            }
            System.out.printf(
                    "%s: %,.0f actions a second, %d in all, %d refused%n",
                    arguments[0], counted.actions * 1e9 / (cpuNanos() - began), counted.actions, counted.refused);
        }
    }

    /** Of this thread: others may work on this machine. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Sketch sketch() {
        Random random = new Random(1);
        Seq<Intent> intents = Intent.drawn();
        return new Sketch(
                12_000,
                2000,
                Vector.fill(20, () -> new Sketch.Move.By(0.9 + random.nextInt(20) / 100.0)),
                Sketch.Feed.LIVE,
                Double.POSITIVE_INFINITY,
                Vector.of(
                        new Sketch.Holder(0, 1000, 1000, false),
                        new Sketch.Holder(1, 10_000, 900, false),
                        new Sketch.Holder(2, 100, 990, false)),
                Vector.fill(
                        CHOICES,
                        () -> new Sketch.Choice(
                                random.nextInt(100) == 0
                                        ? Intent.WAIT
                                        : intents.get(1 + random.nextInt(intents.size() - 1)),
                                random.nextInt(40),
                                random.nextInt(40),
                                random.nextInt(40))),
                1);
    }
}
