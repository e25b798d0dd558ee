package io.firebreak.core.oracle;

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
 * Shows in every block what the market was a fixed time ago. Of the time before the run nothing is known: until the first
 * sample is old enough, it is shown.
 */
@About("The market's price of a fixed time ago.")
public record DelayedOracle(
        @Parameter("the outside market it watches") MarketRef of, @Parameter("how old what it shows is") Duration delay)
        implements OracleModel<Queue<Sample>>, SamplesMarket {
    @Override
    public Queue<Sample> initial() {
        return Queue.empty();
    }

    /** The head of the queue is what is shown; the rest is too young. */
    @Override
    public Publication<Queue<Sample>> step(Queue<Sample> state, OracleView view) {
        double price = view.market(of);
        long now = view.block().timeMillis();
        Queue<Sample> samples = Double.isNaN(price) ? state : state.enqueue(new Sample(price, now));
        if (samples.isEmpty()) {
            return Publication.silent(samples);
        }
        Queue<Sample> seen = samples;
        for (Queue<Sample> next = seen.tail();
                !next.isEmpty() && next.head().observedMillis() <= now - delay.toMillis();
                next = seen.tail()) {
            seen = next;
        }
        boolean news = state.isEmpty() || !seen.head().equals(state.head());
        return news ? Publication.of(seen, seen.head().price()) : Publication.silent(seen);
    }
}
