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
 * What a pool's providers lose to whoever trades its price after the outside's: against a portfolio that holds at any time
 * what the pool held a block before, and trades outside.
 *
 * @formula Σ over blocks of (reserves before at the prices after) − (reserves after at the prices after), per share, ÷ the value
 *     of a share in the beginning; at a volatility σ a constant product without fees loses σ² ÷ 8 of its value in unit time
 * @source Milionis, Moallemi, Roughgarden, Zhang, arXiv:2208.06046; the share realised arXiv:2305.14604
 */
@About(
        value = "What a pool's providers lose against a portfolio that is rebalanced outside at each block's price.",
        follows = "Milionis, Moallemi, Roughgarden, Zhang, arXiv:2208.06046 and 2305.14604")
public record LossVersusRebalancing(
        @Parameter("a pool of shares") VenueRef pool,
        @Parameter(
                        value =
                                "whether the loss is told as a share of what a constant product without fees would have lost on the"
                                        + " same prices, at every price there was",
                        preset = "false")
                boolean realisedShare)
        implements Metric<LossVersusRebalancing.State> {

    /**
     * So far.
     *
     * @param loss in the outside markets' unit of account, per share
     * @param frictionless σ² ÷ 8 of the value, the same way
     */
    public record State(Option<PoolShare> first, Option<PoolShare> last, double loss, double frictionless) {}

    @Override
    public State initial() {
        return new State(Option.none(), Option.none(), 0, 0);
    }

    @Override
    public State observe(State state, Event event, RunView view) {
        return state;
    }

    @Override
    public State sample(State state, RunView view) {
        if (state.last().isEmpty()) {
            Option<PoolShare> found = PoolShare.find(pool, view);
            return new State(state.first().orElse(found), found, state.loss(), state.frictionless());
        }
        PoolShare before = state.last().get();
        return before.now(view)
                .map(now -> new State(
                        state.first(),
                        Option.some(now),
                        state.loss() + before.heldUntil(now) - now.value(),
                        state.frictionless() + before.value() * frictionless(before.squaredReturn(now))))
                .getOrElse(state);
    }

    /** The share of its value that a constant product without fees loses while the variance of the price is so much. */
    static double frictionless(double variance) {
        return variance / 8;
    }

    @Override
    public double value(State state, RunView view) {
        if (realisedShare) {
            return state.frictionless() > 0 ? state.loss() / state.frictionless() : Double.NaN;
        }
        return state.first().map(first -> state.loss() / first.value()).getOrElse(Double.NaN);
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
