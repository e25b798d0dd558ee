package io.firebreak.lending.predictive;

import io.firebreak.api.number.Decimal;
import io.vavr.collection.Queue;
import io.vavr.control.Option;

/**
 * What a {@link PredictiveMargin} remembers.
 *
 * @param price the last that was sampled
 * @param returns logarithmic returns from sample to sample, oldest first
 * @param nextMillis when it samples next
 * @param announced what will hold and from when on, the next first
 * @param factor what holds: thresholds are multiplied by it
 */
public record Forecast(
        Option<Double> price, Queue<Double> returns, long nextMillis, Queue<Announcement> announced, Decimal factor) {
    static final Forecast NONE = new Forecast(Option.none(), Queue.empty(), 0, Queue.empty(), Decimal.ONE);

    /** A change of margins that is to come. */
    public record Announcement(long fromMillis, Decimal factor) {}

    /** The factor announced last; what holds where none is. */
    Decimal latest() {
        return announced.isEmpty() ? factor : announced.last().factor();
    }

    /** With what was announced for this time or before. */
    Forecast at(long now) {
        Forecast next = this;
        while (!next.announced.isEmpty() && next.announced.head().fromMillis() <= now) {
            next = new Forecast(
                    next.price,
                    next.returns,
                    next.nextMillis,
                    next.announced.tail(),
                    next.announced.head().factor());
        }
        return next;
    }
}
