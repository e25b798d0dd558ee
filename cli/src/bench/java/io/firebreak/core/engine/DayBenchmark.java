package io.firebreak.core.engine;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.view.Draws;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.random.Streams;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.scenario.ScenarioSource;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
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
 * and a fall of 30 %; {@code calm} has 1,000,000 accounts; {@code pooled} has 100,000 that hold three of eight assets of one
 * pool and owe two others.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 8)
@Measurement(iterations = 10)
public class DayBenchmark {
    private static final int CROWD = 100_000;

    @Param({"crash", "calm", "pooled"})
    String day;

    private Session session = new Session(economy("crash"), RunOptions.of(1), false);

    static Economy economy(String day) {
        var mechanisms = new PluginLoader()
                .load(Option.none())
                .getOrElseThrow(faults -> new IllegalStateException(faults.mkString("\n")));
        Economy economy = new ScenarioReader(mechanisms)
                .read(ScenarioSource.of(DayBenchmark.class.getClassLoader(), "days/", day + ".yaml"))
                .getOrElseThrow(problems -> new IllegalStateException(problems.mkString("\n")))
                .variants()
                .head()
                .economy();
        return day.equals("pooled") ? crowded(economy) : economy;
    }

    /** With accounts whose deposits are worth 1.25 to 3 times their debts. */
    private static Economy crowded(Economy economy) {
        VenueSpec pool = economy.venues().head();
        Seq<Asset> assets = economy.assets();
        Asset money = assets.last();
        Streams.Stream stream = new Streams(1).stream("crowd");
        List<AccountGroup.Row> rows = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Draws draws = stream.at(i, 0);
            long worth = 1_000_000L * (1_000 + draws.index(100_000));
            double ratio = 1.25 + 1.75 * draws.uniform();
            int first = draws.index(assets.size() - 1);
            List<Parcel> parcels = new ArrayList<>();
            for (int at = 0; at < 3; at++) {
                parcels.add(new Parcel(assets.get((first + at) % 7), worth / 300));
            }
            parcels.add(new Parcel(assets.get((first + 4) % 7), -(long) (worth / 300 / ratio)));
            parcels.add(new Parcel(money, -(long) (worth / 1.5 / ratio)));
            rows.add(new AccountGroup.Row("crowd-" + i, Vector.ofAll(parcels), Option.none()));
        }
        Vector<Parcel> lent =
                assets.map(asset -> new Parcel(asset, 10_000_000_000_000_000L)).toVector();
        rows.add(new AccountGroup.Row("lender", lent, Option.none()));
        VenueSpec full = new VenueSpec(
                pool.name(),
                pool.venue(),
                pool.margin(),
                Vector.of(new AccountGroup.Given(Vector.ofAll(rows))),
                pool.liquidation(),
                pool.losses(),
                pool.safeguards(),
                pool.seed(),
                pool.watchEveryBlocks());
        return new Economy(
                economy.clock(),
                economy.assets(),
                economy.markets(),
                economy.oracles(),
                Vector.of(full),
                economy.agents(),
                economy.shocks(),
                economy.actions());
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

    /** Of this thread: others may work on this machine. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** One run by hand, for a profiler: {@code crash|calm|pooled} and how often; times are of the processor. */
    public static void main(String[] arguments) {
        DayBenchmark benchmark = new DayBenchmark();
        benchmark.day = arguments[0];
        for (int run = 0; run < Integer.parseInt(arguments[1]); run++) {
            long began = cpuNanos();
            benchmark.setUp();
            long ready = cpuNanos();
            RunResult result = benchmark.blocks();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "%s: set-up %.0f ms, blocks %.1f ms, heap in use %.0f MB, %s%n",
                    arguments[0],
                    (ready - began) / 1e6,
                    (cpuNanos() - ready) / 1e6,
                    (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                    result.measures().filter(measure -> measure.name().endsWith(".fills")));
        }
    }
}
