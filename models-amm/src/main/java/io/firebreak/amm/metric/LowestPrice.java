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

/** The least that a small sale at a venue would have got at the end of any block, per whole unit sold. */
@About("The lowest price of an asset at a venue, at the end of any block.")
public record LowestPrice(
        @Parameter("a venue that quotes") VenueRef venue,
        @Parameter("a small sale, whose price counts") Parcel probe,
        @Parameter("what it is sold for") Asset get)
        implements Metric<Double> {
    @Override
    public Double initial() {
        return Double.NaN;
    }

    @Override
    public Double observe(Double state, Event event, RunView view) {
        return state;
    }

    @Override
    public Double sample(Double state, RunView view) {
        long out = view.quote(venue, probe.asset(), probe.units(), get).getOrElse(0L);
        double now = get.wholeAsDouble(out) / probe.asset().wholeAsDouble(probe.units());
        return now >= state ? state : now;
    }

    @Override
    public double value(Double state, RunView view) {
        return state;
    }

    @Override
    public String unit() {
        return get.symbol();
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }
}
