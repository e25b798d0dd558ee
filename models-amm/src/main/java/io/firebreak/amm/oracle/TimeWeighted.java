package io.firebreak.amm.oracle;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.Queue;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Shows the mean of a pool's price over a window of time that ends now.
 *
 * <p>A block's time counts at the price that its trades left: who moves the price and moves it back within a block moves
 * the mean not at all, and who leaves it there for a block of {@code t} seconds moves it by {@code t ÷ window} of the way.
 * Of the time before the run nothing is known; until the window is full the mean is over what there is.
 *
 * @formula geometric: exp(Σ t·ln p ÷ Σ t); arithmetic: Σ t·p ÷ Σ t
 * @source Uniswap v3, {@code Oracle.sol} and {@code OracleLibrary.sol}; Uniswap v2, {@code UniswapV2Pair.sol}
 */
@About(
        value = "The mean of a pool's price over a window of time.",
        follows =
                "Uniswap v3 (Oracle.sol, OracleLibrary.sol: consult), geometric; Uniswap v2 (UniswapV2Pair.sol), arithmetic",
        simplifies =
                "The geometric mean is not rounded down to a whole tick; no limit on how many observations are kept")
public record TimeWeighted(
        @Parameter("the pool that it reads") VenueRef venue,
        @Parameter("whose price") Asset asset,
        @Parameter("in what") Asset in,
        @Parameter(value = "over how long", preset = "30 min", min = "1 ms", source = "Euler v1, default window")
                Duration window,
        @Parameter(value = "of what the mean is taken", preset = "geometric", source = "Uniswap v3") Mean mean)
        implements OracleModel<TimeWeighted.Observations> {

    /** What is averaged. */
    public enum Mean {
        /** The logarithm of the price. */
        GEOMETRIC,
        /** The price. */
        ARITHMETIC
    }

    /**
     * What has been seen of the pool, oldest first: as much as the window needs.
     *
     * @param window oldest first; all but the first inside the window
     */
    public record Observations(Queue<Observation> window) {}

    /**
     * A sum so far.
     *
     * @param cumulative price, or its logarithm, times milliseconds, since the first
     */
    public record Observation(long atMillis, double cumulative) {}

    @Override
    public Observations initial() {
        return new Observations(Queue.empty());
    }

    @Override
    public Publication<Observations> step(Observations state, OracleView view) {
        Option<Double> spot = Spots.of(venue, asset, in, view);
        long now = view.block().timeMillis();
        if (spot.isEmpty()) {
            return Publication.silent(state);
        }
        double price = mean == Mean.GEOMETRIC ? StrictMath.log(spot.get()) : spot.get();
        if (state.window.isEmpty()) {
            return Spots.publication(new Observations(Queue.of(new Observation(now, 0))), spot, view);
        }
        Observation last = state.window.last();
        double cumulative = last.cumulative + price * (now - last.atMillis);
        Queue<Observation> seen = state.window.enqueue(new Observation(now, cumulative));
        long start = StrictMath.max(now - window.toMillis(), seen.head().atMillis);
        while (seen.size() > 2 && seen.get(1).atMillis <= start) {
            seen = seen.tail();
        }
        if (now == start) {
            return Spots.publication(new Observations(seen), spot, view);
        }
        double average = (cumulative - at(start, seen.head(), seen.get(1))) / (now - start);
        double shown = mean == Mean.GEOMETRIC ? StrictMath.exp(average) : average;
        return Spots.publication(new Observations(seen), Option.some(shown), view);
    }

    /** The sum at a time between two observations. */
    private static double at(long millis, Observation before, Observation after) {
        double part = (double) (millis - before.atMillis) / (after.atMillis - before.atMillis);
        return before.cumulative + (after.cumulative - before.cumulative) * part;
    }
}
