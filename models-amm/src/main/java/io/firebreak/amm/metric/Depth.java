package io.firebreak.amm.metric;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;

/**
 * How much could be sold at a venue before its price had moved by so much: the least that it was during the run.
 *
 * <p>The price is what a small trade more would get. It is found by doubling and halving, with as many quotes as the amount
 * has digits.
 */
@About("How much could be sold at a venue before its price had moved by 2 %, at the moment when that was least.")
public record Depth(
        @Parameter("a venue that quotes") VenueRef venue,
        @Parameter("a small trade: what is sold, and as little of it as still shows the price") Parcel probe,
        @Parameter("what it is sold for") Asset get,
        @Parameter(value = "how far the price may move", preset = "2%", min = "0.01%", max = "50%") Ratio move,
        @Parameter(value = "how often it is looked at", unit = "blocks", preset = "10", min = "1") int every)
        implements Metric<Depth.State> {

    /** The least so far, in whole units of what is sold. */
    public record State(long blocks, double least) {}

    @Override
    public State initial() {
        return new State(0, Double.NaN);
    }

    @Override
    public State observe(State state, Event event, RunView view) {
        return state;
    }

    @Override
    public State sample(State state, RunView view) {
        double now = state.blocks() % every == 0 ? probe.asset().wholeAsDouble(depth(view)) : Double.NaN;
        return new State(state.blocks() + 1, now >= state.least() || Double.isNaN(now) ? state.least() : now);
    }

    private long depth(RunView view) {
        double least = marginal(0, view) * (1 - move.value().toDouble());
        if (!(least > 0)) {
            return 0;
        }
        long enough = 0;
        long tooMuch = probe.units();
        while (tooMuch < Long.MAX_VALUE / 4 && marginal(tooMuch, view) >= least) {
            enough = tooMuch;
            tooMuch *= 2;
        }
        while (tooMuch - enough > probe.units()) {
            long middle = enough + (tooMuch - enough) / 2;
            if (marginal(middle, view) >= least) {
                enough = middle;
            } else {
                tooMuch = middle;
            }
        }
        return enough;
    }

    /** What the probe gets after so much was sold. */
    private double marginal(long sold, RunView view) {
        long before = sold == 0 ? 0 : quote(sold, view);
        return sold > 0 && before == 0 ? 0 : quote(sold + probe.units(), view) - before;
    }

    private long quote(long units, RunView view) {
        return view.quote(venue, probe.asset(), units, get).getOrElse(0L);
    }

    @Override
    public double value(State state, RunView view) {
        return state.least();
    }

    @Override
    public String unit() {
        return probe.asset().symbol();
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }
}
