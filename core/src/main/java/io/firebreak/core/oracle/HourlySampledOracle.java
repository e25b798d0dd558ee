package io.firebreak.core.oracle;

import io.firebreak.api.number.Ratio;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.oracle.SamplesMarket;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Queue;
import java.time.Duration;

/**
 * Once a period it takes a sample of the market and shows the sample of the period before: users see the next price before
 * it counts. A missed update neither samples nor shows; the next one then shows the sample from before the miss, two periods
 * old. The first block samples and shows at once, since nothing is known of the time before.
 */
@About(
        value = "A price sampled once a period and shown a period later; an update may be missed.",
        follows = "Maker, OSM (osm.sol: poke, pass, hop)",
        simplifies = "The update comes in the first block of its period, or not at all.")
public record HourlySampledOracle(
        @Parameter("the outside market it samples") MarketRef of,
        @Parameter(value = "time between two samples; periods start at multiples of it since 1970", preset = "1 h")
                Duration period,
        @Parameter(value = "how much later a sample is shown; counted in whole periods, rounded up", preset = "1 h")
                Duration lag,
        @Parameter(value = "probability that an update is missed", unit = "ratio", preset = "0", min = "0", max = "1")
                Ratio misses)
        implements OracleModel<HourlySampledOracle.Samples>, SamplesMarket {
    /**
     * What was sampled.
     *
     * @param period the number of the last period that was looked at
     * @param waiting taken and not yet shown, oldest first
     */
    public record Samples(long period, Queue<Waiting> waiting) {}

    /** A sample, and the period from which on it may be shown. */
    public record Waiting(long shownFrom, Sample sample) {}

    public HourlySampledOracle {
        if (period.toMillis() <= 0 || lag.isNegative()) {
            throw new IllegalArgumentException(
                    "the period must be positive and the lag not negative, and they are " + period + " and " + lag);
        }
    }

    @Override
    public Samples initial() {
        return new Samples(Long.MIN_VALUE, Queue.empty());
    }

    @Override
    public Publication<Samples> step(Samples state, OracleView view) {
        long now = view.block().timeMillis();
        long current = Math.floorDiv(now, period.toMillis());
        if (current == state.period) {
            return Publication.silent(state);
        }
        boolean first = state.period == Long.MIN_VALUE;
        double price = view.market(of);
        if (Double.isNaN(price)) {
            return Publication.silent(first ? state : new Samples(current, state.waiting));
        }
        if (!first && view.draws().uniform() < misses.value().toDouble()) {
            return Publication.silent(new Samples(current, state.waiting));
        }
        Sample sample = new Sample(price, now);
        long lagPeriods = -Math.floorDiv(-lag.toMillis(), period.toMillis());
        Queue<Waiting> waiting = state.waiting.enqueue(new Waiting(current + lagPeriods, sample));
        Queue<Waiting> due = waiting.takeWhile(each -> each.shownFrom <= current);
        Samples next = new Samples(current, waiting.drop(due.size()));
        if (first) {
            return Publication.of(next, sample.price());
        }
        return due.isEmpty()
                ? Publication.silent(next)
                : Publication.of(next, due.last().sample.price());
    }
}
