package io.firebreak.core.oracle;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.oracle.StatesHeartbeat;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;
import java.time.Duration;

/**
 * Publishes when the heartbeat is due, or when the market has moved by the deviation since the last publication. While the
 * market does not trade it is silent, and the last price ages.
 */
@About(
        value = "A price published at least every heartbeat, and whenever the market moved by the deviation.",
        follows = "Chainlink data feeds",
        simplifies = "One reporter that sees the market without noise and publishes in the same block.")
public record HeartbeatOracle(
        @Parameter("the outside market it watches") MarketRef of,
        @Parameter("longest time between two publications") Duration heartbeat,
        @Parameter(value = "move that makes it publish", unit = "ratio", min = "0") Ratio deviation)
        implements OracleModel<HeartbeatOracle.Last>, StatesHeartbeat {
    /**
     * The last publication.
     *
     * @param value NaN before the first
     */
    public record Last(double value, long atMillis) {}

    @Override
    public Last initial() {
        return new Last(Double.NaN, 0);
    }

    @Override
    public Publication<Last> step(Last state, OracleView view) {
        double price = view.market(of);
        long now = view.block().timeMillis();
        if (Double.isNaN(price) || !due(state, price, now)) {
            return Publication.silent(state);
        }
        return Publication.of(new Last(price, now), new Price(Decimal.ofDouble(price), now));
    }

    private boolean due(Last last, double price, long now) {
        return Double.isNaN(last.value)
                || now - last.atMillis >= heartbeat.toMillis()
                || Math.abs(price - last.value) >= deviation.value().toDouble() * last.value;
    }
}
