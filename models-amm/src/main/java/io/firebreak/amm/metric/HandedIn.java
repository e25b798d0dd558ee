package io.firebreak.amm.metric;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;

/** How much of an asset traders handed to a venue for something else, in whole units, over a run. */
@About("How much of an asset was sold to a venue; to one that burns it, how much was redeemed.")
public record HandedIn(@Parameter("where it was sold") VenueRef venue, @Parameter("what was sold") Asset asset)
        implements Metric<Double> {
    @Override
    public Double initial() {
        return 0.0;
    }

    @Override
    public Double observe(Double state, Event event, RunView view) {
        return event.kind() == Event.Kind.SWAPPED
                        && event.venue().equals(venue.name())
                        && event.first().asset().equals(asset)
                ? state + asset.wholeAsDouble(event.first().units())
                : state;
    }

    @Override
    public double value(Double state, RunView view) {
        return state;
    }

    @Override
    public String unit() {
        return asset.symbol();
    }

    @Override
    public Better better() {
        return Better.NEITHER;
    }
}
