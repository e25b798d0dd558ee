package io.firebreak.lending.predictive;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.MovingMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.view.Price;
import io.vavr.collection.Queue;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Scales another margin model by the volatility that it forecasts: what an account holds counts for less before prices are
 * expected to move more.
 *
 * <p>At each sample the forecast standard deviation σ of the price over the horizon becomes a factor {@code max(least, 1 −
 * quantile · max(0, σ − calm))}, in whole per cents. Where it is another one than was announced last it is announced, and
 * holds {@code notice} later: never earlier, and never for what was before, so that every borrower has the notice to repay.
 * New debt is held to the announced factor at once, where it is the lower.
 */
@About(
        value = "Another margin model whose thresholds fall with forecast volatility, announced in advance.",
        follows = "none deployed: portfolio margins of exchanges, with the notice of governance",
        simplifies = "one asset is watched for all")
public record PredictiveMargin(
        @Parameter("the margin model that it scales, one that is linear in prices") MarginModel over,
        @Parameter("whose price is watched; the venue must have a price of it") Asset watched,
        @Parameter(value = "how volatility is forecast") Volatility forecast,
        @Parameter(value = "how often the price is sampled", preset = "5 min", min = "1 s") Duration every,
        @Parameter(value = "how many returns are remembered", preset = "300", min = "10", max = "10000") int window,
        @Parameter(value = "how far ahead a loss must be borne", preset = "1 h", min = "1 s") Duration horizon,
        @Parameter(value = "standard deviations that must be borne", preset = "2.33", min = "0", max = "100")
                double quantile,
        @Parameter(
                        value = "the standard deviation over the horizon that the margin model is made for",
                        unit = "ratio",
                        preset = "2%",
                        min = "0",
                        max = "1")
                Ratio calm,
        @Parameter(value = "least factor", unit = "ratio", preset = "70%", min = "1%", max = "1") Ratio least,
        @Parameter(value = "from the announcement until it holds", preset = "1 h", min = "0 s") Duration notice)
        implements MovingMargin<Forecast> {
    public PredictiveMargin {
        if (!(over instanceof LinearMargin)) {
            throw new IllegalArgumentException(
                    "'over' is a " + over.getClass().getSimpleName() + ", and only what is linear in prices is scaled");
        }
    }

    @Override
    public Weight weight(Leg leg, Requirement requirement) {
        return ((LinearMargin) over).weight(leg, requirement);
    }

    @Override
    public long fixedRequirement() {
        return ((LinearMargin) over).fixedRequirement();
    }

    @Override
    public Forecast initial() {
        return Forecast.NONE;
    }

    @Override
    public Forecast observe(Forecast state, MarginView view) {
        long now = view.block().timeMillis();
        Forecast held = state.at(now);
        Option<Price> price = view.price(watched);
        if (price.isEmpty() || now < held.nextMillis()) {
            return held;
        }
        double seen = price.get().value().toDouble();
        Queue<Double> returns = held.price()
                .map(before -> held.returns().append(StrictMath.log(seen / before)))
                .getOrElse(held.returns());
        Queue<Double> kept = returns.size() > window ? returns.tail() : returns;
        Decimal wanted = factor(kept);
        return new Forecast(
                Option.some(seen),
                kept,
                now + every.toMillis(),
                wanted.equals(held.latest())
                        ? held.announced()
                        : held.announced().append(new Forecast.Announcement(now + notice.toMillis(), wanted)),
                held.factor());
    }

    private Decimal factor(Queue<Double> returns) {
        int steps = (int) Math.max(1, horizon.toMillis() / every.toMillis());
        double deviation = StrictMath.sqrt(forecast.variance(returns, steps));
        double beyond = Math.max(0, deviation - calm.value().toDouble());
        double factor = Math.max(least.value().toDouble(), 1 - quantile * beyond);
        return Decimal.of(
                BigDecimal.valueOf(factor).setScale(2, RoundingMode.UP).min(BigDecimal.ONE));
    }

    @Override
    public LinearMargin now(Forecast state) {
        Decimal announced = state.announced().foldLeft(state.factor(), PredictiveMargin::lower);
        return new Scaled((LinearMargin) over, state.factor(), announced);
    }

    private static Decimal lower(Decimal one, Forecast.Announcement other) {
        return one.compareTo(other.factor()) <= 0 ? one : other.factor();
    }

    /**
     * A margin model in which holdings count for less.
     *
     * @param maintenance of what counts against liquidation
     * @param initial of what counts against new debt
     */
    record Scaled(LinearMargin over, Decimal maintenance, Decimal initial) implements LinearMargin {
        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            Weight weight = over.weight(leg, requirement);
            Decimal factor = requirement == Requirement.MAINTENANCE ? maintenance : initial;
            return new Weight(weight.held().timesDown(factor), weight.owed());
        }

        @Override
        public long fixedRequirement() {
            return over.fixedRequirement();
        }
    }
}
