package io.firebreak.lending.predictive;

import static io.firebreak.lending.FakeVenueView.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.FakeVenueView;
import io.firebreak.lending.pooled.PooledMargin;
import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PredictiveMarginTest {
    private static final Leg HELD = new Leg.Holding(ETH, new PriceSource.Unit());
    private static final long MINUTE = 60_000;
    private final PredictiveMargin margin = margin(new Volatility.Ewma(0.9));

    private static PredictiveMargin margin(Volatility volatility) {
        return new PredictiveMargin(
                new PooledMargin(List.of(new PooledMargin.Factor(ETH, Ratio.of("0.5"), Ratio.of("0.8")))),
                ETH,
                volatility,
                Duration.ofMinutes(1),
                50,
                Duration.ofMinutes(10),
                2,
                Ratio.of("0.02"),
                Ratio.of("0.6"),
                Duration.ofMinutes(5));
    }

    private Forecast seen(Forecast state, long minute, String price) {
        return margin.observe(
                state, new FakeVenueView().atMillis(minute * MINUTE).price(ETH, price));
    }

    private Decimal counts(Forecast state, Requirement requirement) {
        return margin.now(state).weight(HELD, requirement).held();
    }

    /** Ten minutes of a quiet price, then one return of 10 %. */
    private Forecast shaken() {
        Forecast state = margin.initial();
        for (int minute = 0; minute < 10; minute++) {
            state = seen(state, minute, "100");
        }
        return seen(state, 10, "90");
    }

    @Test
    void leavesTheModelThatItScalesAloneWhilePricesAreCalm() {
        Forecast state = seen(seen(margin.initial(), 0, "100"), 1, "100.01");
        assertThat(counts(state, Requirement.MAINTENANCE)).isEqualTo(Decimal.of("0.8"));
        assertThat(state.announced()).isEmpty();
    }

    @Test
    void announcesAndHoldsNoEarlierThanItsNotice() {
        Forecast shaken = shaken();
        assertThat(shaken.announced()).hasSize(1);
        assertThat(shaken.announced().head().fromMillis()).isEqualTo(15 * MINUTE);
        assertThat(counts(shaken, Requirement.MAINTENANCE)).isEqualTo(Decimal.of("0.8"));
        Forecast before = margin.observe(shaken, new FakeVenueView().atMillis(15 * MINUTE - 1));
        assertThat(counts(before, Requirement.MAINTENANCE)).isEqualTo(Decimal.of("0.8"));
        Forecast after = margin.observe(shaken, new FakeVenueView().atMillis(15 * MINUTE));
        assertThat(counts(after, Requirement.MAINTENANCE)).isLessThan(Decimal.of("0.8"));
    }

    @Test
    void holdsNewDebtToWhatIsAnnouncedAtOnce() {
        Forecast shaken = shaken();
        Decimal factor = shaken.announced().head().factor();
        assertThat(factor).isLessThan(Decimal.ONE);
        assertThat(counts(shaken, Requirement.INITIAL))
                .isEqualTo(Decimal.of("0.5").times(factor));
    }

    /** One return r after nine of zero: v = λ·mean + (1 − λ)·r², ten steps ahead. */
    @Test
    void scalesByTheDeviationBeyondTheCalmOne() {
        double shock = StrictMath.log(0.9);
        double variance = shock * shock / 10;
        for (int i = 0; i < 9; i++) {
            variance *= 0.9;
        }
        variance = 0.9 * variance + 0.1 * shock * shock;
        double factor = 1 - 2 * (StrictMath.sqrt(10 * variance) - 0.02);
        assertThat(shaken().announced().head().factor().toDouble())
                .isEqualTo(Math.max(0.6, StrictMath.ceil(100 * factor) / 100));
    }

    @Test
    void neverFallsBelowTheLeastFactor() {
        Forecast state = shaken();
        state = seen(state, 11, "10");
        assertThat(state.latest()).isEqualTo(Decimal.of("0.6"));
    }

    @Test
    void remembersNoMoreReturnsThanItsWindow() {
        Forecast state = margin.initial();
        for (int minute = 0; minute < 80; minute++) {
            state = seen(state, minute, minute % 2 == 0 ? "100" : "101");
        }
        assertThat(state.returns()).hasSize(50);
    }

    /** Two regimes: the forecast of one step is near the latest, that of many near the mean of both. */
    @Test
    void garchReturnsToItsMeanWhereEwmaDoesNot() {
        Seq<Double> returns =
                List.fill(200, () -> 0.0).zipWithIndex((zero, i) -> (i % 2 == 0 ? 1 : -1) * (i < 150 ? 0.001 : 0.02));
        double mean = returns.map(each -> each * each).sum().doubleValue() / returns.size();
        Volatility garch = new Volatility.Garch(30);
        assertThat(garch.variance(returns, 1)).isGreaterThan(2 * mean);
        assertThat(garch.variance(returns, 10_000) / 10_000)
                .isLessThan(garch.variance(returns, 1))
                .isGreaterThan(mean);
        assertThat(new Volatility.Ewma(0.94).variance(returns, 10_000) / 10_000)
                .isCloseTo(0.0004, org.assertj.core.data.Percentage.withPercentage(5));
    }

    @Test
    void refusesAModelThatIsNotLinear() {
        MarginModel odd = new MarginModel() {
            @Override
            public Health health(
                    Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
                return new Health(1, 0, false);
            }
        };
        assertThatThrownBy(() -> new PredictiveMargin(
                        odd,
                        ETH,
                        new Volatility.Ewma(0.9),
                        Duration.ofMinutes(1),
                        50,
                        Duration.ofMinutes(10),
                        2,
                        Ratio.of("0.02"),
                        Ratio.of("0.6"),
                        Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("linear");
    }
}
