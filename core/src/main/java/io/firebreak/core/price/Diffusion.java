package io.firebreak.core.price;

import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.view.Draws;
import io.vavr.control.Option;

/** What the drawn paths have in common: the logarithm of a step of geometric Brownian motion. */
final class Diffusion {
    private Diffusion() {}

    /** Length of a block in years of 365 days. */
    static double years(PriceView view) {
        return (double) view.stepMillis() / Rate.YEAR_MILLIS;
    }

    /**
     * @formula (drift − volatility² ÷ 2) · t + volatility · √t · (correlation · shared + √(1 − correlation²) · own)
     */
    static double logStep(
            PriceView view, Draws own, double drift, double volatility, Option<String> factor, Ratio correlation) {
        double years = years(view);
        double normal = own.normal();
        if (factor.isDefined()) {
            double loading = correlation.value().toDouble();
            normal = loading * view.shared(factor.get()).normal() + StrictMath.sqrt(1 - loading * loading) * normal;
        }
        return (drift - volatility * volatility / 2) * years + volatility * StrictMath.sqrt(years) * normal;
    }

    static void positive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be a positive number, and is " + value);
        }
    }

    static void notNegative(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must not be negative, and is " + value);
        }
    }

    static void correlation(Ratio correlation) {
        if (correlation.compareTo(Ratio.ONE) > 0 || correlation.compareTo(Ratio.of("-1")) < 0) {
            throw new IllegalArgumentException("a correlation lies in −1..1, and not at " + correlation);
        }
    }
}
