package io.firebreak.core.engine;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.random.Streams;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Runs an economy block by block.
 *
 * <p>The order of a block: the world moves; oracles publish; venues accrue; liquidation models rule on what became unsafe;
 * agents decide; their actions are executed one by one, each atomic, and after each committed one the dockets are served
 * again; shortfalls go down their waterfalls; probes measure. The order matters: an oracle that publishes before agents
 * decide lets them see what the protocol sees; losses come last, so that a shortfall meets all that the block's sales brought
 * in. A cascade is nothing but this loop: a sale moves a market, an oracle shows it, a book finds who is unsafe now.
 */
public final class Engine implements Runner {
    private final boolean scan;

    /** An engine that finds unsafe accounts by its indexes. */
    public Engine() {
        this(false);
    }

    /**
     * An engine.
     *
     * @param scan whether it looks at every account each time instead: the naive twin
     */
    public Engine(boolean scan) {
        this.scan = scan;
    }

    /** What is questionable about an economy before anything runs; why it cannot begin, where it cannot. */
    public static Seq<String> warnings(Economy economy) {
        try {
            return Vector.ofAll(new Builder(economy, new Streams(0), false).build().warnings);
        } catch (Stopped stopped) {
            return Vector.of(stopped.failure().message());
        }
    }

    @Override
    public RunResult run(Economy economy, RunOptions options) {
        return new Session(economy, options, scan).run();
    }
}
