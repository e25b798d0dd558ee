package io.firebreak.amm.metric;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * How one-sided the trades at a venue were, by {@link VolumeBuckets}: the mean VPIN of the run. A day of the run counts as the
 * days of the sample do; a run shorter than a day counts as one.
 */
@About(
        value =
                "How one-sided the trades at a venue were: the mean volume-synchronised probability of informed trading.",
        follows = "Easley, López de Prado, O'Hara (2012); PINstimation (model_vpin.R)")
public record Toxicity(
        @Parameter("a venue that swaps") VenueRef venue,
        @Parameter("what is counted as volume") Asset of,
        @Parameter("what its price is told in") Asset in,
        @Parameter(value = "how much time makes a bar, from the first trade on", preset = "5 min", min = "1 s")
                Duration bar,
        @Parameter(value = "buckets of volume in a day", preset = "50", min = "1") int perDay,
        @Parameter(value = "buckets over which it is taken", preset = "50", min = "1") int window)
        implements Metric<Toxicity.State> {

    private static final double DAY_MILLIS = 24 * 3_600_000.0;

    /**
     * So far.
     *
     * @param bars moves and volumes, the one under way left out
     * @param firstMillis when the first trade was; the bars count from there
     */
    public record State(Seq<VolumeBuckets.Bar> bars, Option<Open> open, long firstMillis) {}

    /** The bar under way. */
    public record Open(long number, double first, double last, double volume) {
        VolumeBuckets.Bar closed() {
            return new VolumeBuckets.Bar(last - first, volume);
        }
    }

    @Override
    public State initial() {
        return new State(Vector.empty(), Option.none(), 0);
    }

    @Override
    public State observe(State state, Event event, RunView view) {
        if (event.kind() != Event.Kind.SWAPPED || !event.venue().equals(venue.name())) {
            return state;
        }
        boolean sold =
                event.first().asset().equals(of) && event.second().asset().equals(in);
        boolean bought =
                event.first().asset().equals(in) && event.second().asset().equals(of);
        if (!sold && !bought) {
            return state;
        }
        double volume = whole(sold ? event.first() : event.second());
        double price = whole(sold ? event.second() : event.first()) / volume;
        long now = view.block().timeMillis();
        long from = state.open().isEmpty() ? now : state.firstMillis();
        long number = (now - from) / bar.toMillis();
        Open open = state.open()
                .filter(each -> each.number() == number)
                .map(each -> new Open(number, each.first(), price, each.volume() + volume))
                .getOrElse(new Open(number, price, price, volume));
        Seq<VolumeBuckets.Bar> bars = state.open()
                .filter(each -> each.number() != number)
                .map(each -> state.bars().append(each.closed()))
                .getOrElse(state.bars());
        return new State(bars, Option.some(open), from);
    }

    private static double whole(Parcel parcel) {
        return parcel.asset().wholeAsDouble(parcel.units());
    }

    @Override
    public double value(State state, RunView view) {
        Seq<VolumeBuckets.Bar> bars = state.bars().appendAll(state.open().map(Open::closed));
        if (bars.size() < 2) {
            return Double.NaN;
        }
        double days = Math.max(1, (view.block().timeMillis() - state.firstMillis()) / DAY_MILLIS);
        return VolumeBuckets.of(bars, VolumeBuckets.size(bars, days, perDay), window)
                .map(VolumeBuckets.Bucket::vpin)
                .reject(vpin -> vpin.isNaN())
                .average()
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
