package io.firebreak.core.price;

import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.price.Tick;
import io.firebreak.api.view.Draws;
import io.vavr.control.Option;

/**
 * Geometric Brownian motion with log-normal jumps at the times of a Poisson process. The jumps are compensated: the mean
 * grows by {@code exp(drift)} a year, whatever they are.
 *
 * @formula a jump multiplies the price by exp(N(jumpMean, jumpDeviation²)); the drift between jumps is lower by
 *     jumpsPerYear · (exp(jumpMean + jumpDeviation² ÷ 2) − 1)
 * @source Merton: Option pricing when underlying stock returns are discontinuous (Journal of Financial Economics 3, 1976)
 */
@About(
        value = "Geometric Brownian motion with jumps: gaps that no keeper can trade in.",
        follows = "Merton, Journal of Financial Economics 3, 1976")
public record JumpDiffusion(
        @Parameter(value = "price at the first block", unit = "USD per whole unit", min = "0") double start,
        @Parameter(value = "growth of the mean in logarithm", unit = "per year", preset = "0%") Ratio drift,
        @Parameter(
                        value = "standard deviation of the logarithm between jumps",
                        unit = "per square root of a year",
                        min = "0")
                Ratio volatility,
        @Parameter(value = "jumps expected in a year", unit = "per year", min = "0") double jumpsPerYear,
        @Parameter(value = "mean of the logarithm of a jump", unit = "ratio") Ratio jumpMean,
        @Parameter(value = "standard deviation of the logarithm of a jump", unit = "ratio", min = "0")
                Ratio jumpDeviation,
        @Parameter("name of a factor that several paths share, jumps apart; left out: none") Option<String> factor,
        @Parameter(value = "correlation with the factor", preset = "0", min = "-1", max = "1") Ratio correlation)
        implements PriceModel<Double> {
    public JumpDiffusion {
        Diffusion.positive("start", start);
        Diffusion.notNegative("volatility", volatility.value().toDouble());
        Diffusion.notNegative("jumps-per-year", jumpsPerYear);
        Diffusion.notNegative("jump-deviation", jumpDeviation.value().toDouble());
        Diffusion.correlation(correlation);
    }

    @Override
    public Tick<Double> start(PriceView view) {
        return new Tick<>(start, start);
    }

    @Override
    public Tick<Double> step(Double state, PriceView view) {
        double mean = jumpMean.value().toDouble();
        double deviation = jumpDeviation.value().toDouble();
        double compensation = jumpsPerYear * StrictMath.expm1(mean + deviation * deviation / 2);
        Draws draws = view.draws();
        double move = Diffusion.logStep(
                view,
                draws,
                drift.value().toDouble() - compensation,
                volatility.value().toDouble(),
                factor,
                correlation);
        int jumps = draws.poisson(jumpsPerYear * Diffusion.years(view));
        if (jumps > 0) {
            move += jumps * mean + StrictMath.sqrt(jumps) * deviation * draws.normal();
        }
        double next = state * StrictMath.exp(move);
        return new Tick<>(next, next);
    }
}
