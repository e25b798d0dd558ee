package io.firebreak.lending.isolated;

import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;

/**
 * A rate that looks for its own level: the curve through the rate at the target utilisation is fixed, and that rate grows
 * while more is lent than the target and shrinks while less is.
 *
 * <p>With {@code e = (u − target) ÷ (1 − target)} above the target and {@code (u − target) ÷ target} below it, the curve is
 * {@code rate · (1 + (steepness − 1)·e)} above and {@code rate · (1 + (1 − 1 ÷ steepness)·e)} below, and the rate at the
 * target moves by {@code exp(speed · e · years)} within its bounds.
 */
@About(
        value = "The rate at the target utilisation moves until the target is met.",
        follows = "Morpho AdaptiveCurveIrm: constants of ConstantsLib.sol")
public record AdaptiveRate(
        @Parameter(
                        value = "the utilisation it looks for",
                        unit = "ratio",
                        preset = "90%",
                        min = "1%",
                        max = "99%",
                        source = "Morpho AdaptiveCurveIrm, TARGET_UTILIZATION")
                Ratio target,
        @Parameter(
                        value = "rate at full utilisation ÷ rate at the target, and rate at the target ÷ rate at none",
                        unit = "ratio",
                        preset = "4",
                        min = "1",
                        source = "Morpho AdaptiveCurveIrm, CURVE_STEEPNESS")
                Ratio steepness,
        @Parameter(
                        value = "how fast the rate at the target grows at full utilisation, as an exponent a year",
                        unit = "ratio",
                        preset = "50",
                        min = "0",
                        source = "Morpho AdaptiveCurveIrm, ADJUSTMENT_SPEED")
                Ratio speed,
        @Parameter(
                        value = "the rate a year at the target when the run begins",
                        unit = "ratio",
                        preset = "4%",
                        min = "0.1%",
                        max = "200%",
                        source = "Morpho AdaptiveCurveIrm, INITIAL_RATE_AT_TARGET")
                Ratio initial) {
    private static final double LEAST = 0.001;
    private static final double MOST = 2;

    private double error(double utilisation) {
        double best = target.value().toDouble();
        return (utilisation - best) / (utilisation > best ? 1 - best : best);
    }

    /** The rate a year at a utilisation, by the rate at the target. */
    double perYear(double utilisation, double atTarget) {
        double error = error(Math.min(1, utilisation));
        double slope = error < 0
                ? 1 - 1 / steepness.value().toDouble()
                : steepness.value().toDouble() - 1;
        return atTarget * (1 + slope * error);
    }

    /** The rate at the target after a span at a utilisation. */
    double moved(double utilisation, double atTarget, long millis) {
        double exponent = speed.value().toDouble() * error(Math.min(1, utilisation)) * millis / Rate.YEAR_MILLIS;
        return Math.max(LEAST, Math.min(MOST, atTarget * StrictMath.exp(exponent)));
    }
}
