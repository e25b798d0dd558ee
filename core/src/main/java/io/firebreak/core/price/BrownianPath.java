package io.firebreak.core.price;

import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.price.Tick;
import io.vavr.control.Option;

/**
 * Geometric Brownian motion; the mean grows by {@code exp(drift)} a year.
 *
 * @formula S(t) = S(0) · exp((drift − volatility² ÷ 2) · t + volatility · W(t))
 * @unit volatility 0.8 over a day of 365 a year is a standard deviation of 4.19 %
 */
@About("Geometric Brownian motion, optionally correlated with other paths through a shared factor.")
public record BrownianPath(
        @Parameter(value = "price at the first block", unit = "USD per whole unit", min = "0") double start,
        @Parameter(value = "growth of the mean in logarithm", unit = "per year", preset = "0%") Ratio drift,
        @Parameter(value = "standard deviation of the logarithm", unit = "per square root of a year", min = "0")
                Ratio volatility,
        @Parameter("name of a factor that several paths share; left out: none") Option<String> factor,
        @Parameter(value = "correlation with the factor", preset = "0", min = "-1", max = "1") Ratio correlation)
        implements PriceModel<Double> {
    public BrownianPath {
        Diffusion.positive("start", start);
        Diffusion.notNegative("volatility", volatility.value().toDouble());
        Diffusion.correlation(correlation);
    }

    @Override
    public Tick<Double> start(PriceView view) {
        return new Tick<>(start, start);
    }

    @Override
    public Tick<Double> step(Double state, PriceView view) {
        double next = state
                * StrictMath.exp(Diffusion.logStep(
                        view,
                        view.draws(),
                        drift.value().toDouble(),
                        volatility.value().toDouble(),
                        factor,
                        correlation));
        return new Tick<>(next, next);
    }
}
