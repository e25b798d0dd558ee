package io.firebreak.core.probe;

import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.api.metric.Metric;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import java.time.Instant;

/** What takers received of unsafe accounts between two times, at outside prices of the moment: a day of a longer run. */
@About("The value of the collateral that a venue's liquidations handed over between two times.")
public record LiquidatedBetween(
        @Parameter("where it was liquidated") VenueRef venue,
        @Parameter("the first moment that counts, UTC") Instant from,
        @Parameter("the first moment that counts no longer, UTC") Instant to)
        implements Metric<Double> {
    public LiquidatedBetween {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the time from " + from + " to " + to + " runs backwards");
        }
    }

    @Override
    public Double initial() {
        return 0.0;
    }

    @Override
    public Double observe(Double state, Event event, RunView view) {
        Instant now = Instant.ofEpochMilli(view.block().timeMillis());
        boolean counts = event.kind() == Event.Kind.FILLED
                && event.venue().equals(venue.name())
                && !now.isBefore(from)
                && now.isBefore(to);
        return counts
                ? state
                        + event.first().asset().wholeAsDouble(event.first().units())
                                * view.worth(event.first().asset())
                : state;
    }

    @Override
    public double value(Double state, RunView view) {
        return state;
    }

    @Override
    public String unit() {
        return "USD";
    }

    @Override
    public Better better() {
        return Better.NEITHER;
    }
}
