package io.firebreak.amm.metric;

import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.control.Option;

/**
 * By how much a pool's share ends below what it began with, had that been held: fees and the impact of arbitrage included.
 *
 * @formula 1 − (reserves per share now ÷ reserves per share then, both at the outside prices now); of a constant product
 *     without fees 1 − 2√r ÷ (1 + r), r = new price ÷ old price: 5.7191 % at twice the price
 */
@About(
        value = "By how much a pool's share ends below what it began with, had that been held; below 0 where fees won.",
        follows = "Pintail, Uniswap: a good deal for liquidity providers?")
public record ImpermanentLoss(@Parameter("a pool of shares") VenueRef pool) implements Metric<ImpermanentLoss.State> {
    /** What a share was in the beginning, and is now. */
    public record State(Option<PoolShare> first, Option<PoolShare> last) {}

    @Override
    public State initial() {
        return new State(Option.none(), Option.none());
    }

    @Override
    public State observe(State state, Event event, RunView view) {
        return state;
    }

    @Override
    public State sample(State state, RunView view) {
        Option<PoolShare> now = state.first().isEmpty()
                ? PoolShare.find(pool, view)
                : state.first().get().now(view);
        return new State(state.first().orElse(now), now);
    }

    @Override
    public double value(State state, RunView view) {
        return state.last()
                .map(now -> 1 - now.value() / state.first().get().heldUntil(now))
                .getOrElse(Double.NaN);
    }

    @Override
    public String unit() {
        return "share";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }
}
