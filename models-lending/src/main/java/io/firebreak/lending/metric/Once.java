package io.firebreak.lending.metric;

import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * A figure that is measured at one moment.
 *
 * @param startMillis the first block's time; negative before it
 * @param value NaN until it was measured
 */
public record Once(long startMillis, double value) {
    static final Once NOT_YET = new Once(-1, Double.NaN);

    /** Measured, where it is time and was not yet, and somebody owes something. */
    Once sampled(VenueRef venue, Duration after, RunView view, ToDoubleFunction<Seq<Loan>> figure) {
        if (!Double.isNaN(value)) {
            return this;
        }
        long now = view.block().timeMillis();
        long start = startMillis < 0 ? now : startMillis;
        if (now - start < after.toMillis()) {
            return new Once(start, value);
        }
        Seq<Loan> loans = Loan.all(venue, view);
        return new Once(start, loans.isEmpty() ? value : figure.applyAsDouble(loans));
    }
}
