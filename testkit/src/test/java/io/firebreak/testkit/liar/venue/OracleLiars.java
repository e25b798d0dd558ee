package io.firebreak.testkit.liar.venue;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.oracle.SamplesMarket;
import io.firebreak.api.oracle.StatesHeartbeat;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.price.Tick;
import io.firebreak.api.view.Price;
import io.firebreak.testkit.world.Setting;
import java.time.Duration;

/** Oracles and a path with one fault each. */
public final class OracleLiars {
    private OracleLiars() {}

    private static Publication<Nothing> shown(double price, long observedMillis) {
        return Publication.of(Nothing.NOTHING, new Price(Decimal.ofDouble(price), observedMillis));
    }

    /** What the market pays now, dated a second ahead. */
    public record DatesAhead() implements OracleModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Publication<Nothing> step(Nothing state, OracleView view) {
            return shown(view.market(Setting.MARKET), view.block().timeMillis() + 1000);
        }
    }

    /** Every third block it shows something older than before. */
    public record GoesBack() implements OracleModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Publication<Nothing> step(Nothing state, OracleView view) {
            long back = view.block().number() % 3 == 2 ? 100_000_000 : 0;
            return shown(view.market(Setting.MARKET), view.block().timeMillis() - back);
        }
    }

    /** What the market paid a block ago, dated now. */
    public record DatesNow() implements OracleModel<Double>, SamplesMarket {
        @Override
        public MarketRef of() {
            return Setting.MARKET;
        }

        @Override
        public Double initial() {
            return Double.NaN;
        }

        @Override
        public Publication<Double> step(Double state, OracleView view) {
            double now = view.market(Setting.MARKET);
            double late = state.isNaN() ? now : state;
            return Publication.of(
                    now, new Price(Decimal.ofDouble(late), view.block().timeMillis()));
        }
    }

    /** States a heartbeat of a second, and publishes when the market moved by a tenth. */
    public record MissesItsHeartbeat() implements OracleModel<Double>, StatesHeartbeat {
        @Override
        public MarketRef of() {
            return Setting.MARKET;
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Double initial() {
            return Double.NaN;
        }

        @Override
        public Publication<Double> step(Double state, OracleView view) {
            double now = view.market(Setting.MARKET);
            return Math.abs(now / state - 1) < 0.1
                    ? Publication.silent(state)
                    : Publication.of(
                            now, new Price(Decimal.ofDouble(now), view.block().timeMillis()));
        }
    }

    /** Shows nothing as a price. */
    public record ShowsZero() implements OracleModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Publication<Nothing> step(Nothing state, OracleView view) {
            return view.block().number() == 2
                    ? Publication.of(state, new Price(Decimal.ZERO, view.block().timeMillis()))
                    : shown(view.market(Setting.MARKET), view.block().timeMillis());
        }
    }

    /** Falls by six hundred a block, below nothing. */
    public record FallsBelowNothing() implements PriceModel<Double> {
        @Override
        public Tick<Double> start(PriceView view) {
            return new Tick<>(1000.0, 1000);
        }

        @Override
        public Tick<Double> step(Double state, PriceView view) {
            return new Tick<>(state - 600, state - 600);
        }
    }
}
