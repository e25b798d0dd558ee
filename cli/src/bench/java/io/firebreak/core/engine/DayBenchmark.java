package io.firebreak.core.engine;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.scenario.ScenarioSource;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.control.Option;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Days of 7,200 blocks, the accounts put on the ledger beforehand: {@code crash} has 10,000 accounts, one AMM, eight keepers
 * and a fall of 30 %; {@code calm} has 1,000,000 accounts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 8)
@Measurement(iterations = 10)
public class DayBenchmark {
    @Param({"crash", "calm"})
    String day;

    private Session session = new Session(economy("crash"), RunOptions.of(1), false);

    static Economy economy(String day) {
        var mechanisms = new PluginLoader()
                .load(Option.none())
                .getOrElseThrow(faults -> new IllegalStateException(faults.mkString("\n")));
        return new ScenarioReader(mechanisms)
                .read(ScenarioSource.of(DayBenchmark.class.getClassLoader(), "days/", day + ".yaml"))
                .getOrElseThrow(problems -> new IllegalStateException(problems.mkString("\n")))
                .variants()
                .head()
                .economy();
    }

    /** Puts the accounts on the ledger and into the index. */
    @Setup(Level.Invocation)
    public void setUp() {
        session = new Session(economy(day), RunOptions.of(1), false);
        session.start();
        session.block(0);
    }

    @Benchmark
    public RunResult blocks() {
        for (long block = 1; block < 7200; block++) {
            session.block(block);
        }
        return session.tally().result(null);
    }

    /** One run by hand, for a profiler: {@code crash|calm} and how often. */
    public static void main(String[] arguments) {
        DayBenchmark benchmark = new DayBenchmark();
        benchmark.day = arguments[0];
        for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
            long began = System.nanoTime();
            benchmark.setUp();
            long ready = System.nanoTime();
            RunResult result = benchmark.blocks();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "%s: set-up %.0f ms, blocks %.1f ms, heap in use %.0f MB, %s%n",
                    arguments[0],
                    (ready - began) / 1e6,
                    (System.nanoTime() - ready) / 1e6,
                    (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                    result.measures().filter(measure -> measure.name().endsWith(".fills")));
        }
    }
}
