package io.firebreak.lending.cdp;

import io.firebreak.api.number.Rate;

/**
 * The fee on all debt, as it accrues.
 *
 * @param carry what was earned and is less than a base unit, at least 0 and below 1
 */
public record StabilityFee(double carry) {
    public static final StabilityFee NONE = new StabilityFee(0);

    /**
     * Exact fee of a span, in base units, with what was carried: {@code debt · ((1 + rate)^(millis ÷ period) − 1) + carry}.
     *
     * <p>Posted is its whole part, carried the rest: a block's fee on a small debt is a fraction of a unit, and rounding it
     * each time would let the debt stand still.
     */
    double earned(Rate rate, long debt, long millis) {
        return debt * growth(rate, millis) + carry;
    }

    /** {@code (1 + rate)^(millis ÷ period) − 1}, accurate for spans of seconds. */
    static double growth(Rate rate, long millis) {
        return StrictMath.expm1(StrictMath.log1p(rate.perPeriod().toDouble()) * millis / rate.periodMillis());
    }
}
