package io.firebreak.core.engine;

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

/** The 200 steps of liq-1, set-up apart; divide by borrowers × 200, or by the liquidations that the workload counts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8)
@Measurement(iterations = 10)
public class Liq1Benchmark {
    @Param({"1000", "10000", "100000"})
    int borrowers;

    @Param({"batch", "seq"})
    String order;

    @Param({"crash", "mild"})
    String weather;

    private Liq1 workload = new Liq1(1000, false, 0, 0);

    /** Index building: not part of the figure. */
    @Setup(Level.Invocation)
    public void setUp() {
        boolean mild = weather.equals("mild");
        workload = new Liq1(borrowers, order.equals("seq"), mild ? 0 : -0.002, mild ? 0.012 : 0.02);
    }

    @Benchmark
    public long steps() {
        return workload.run();
    }
}
