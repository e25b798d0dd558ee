package io.firebreak.api.number;

/**
 * A rate of growth over a stated period: {@code 8% per year}.
 *
 * @param perPeriod 0.08 for eight per cent
 * @param periodMillis the period in milliseconds; a year is 365 days
 */
public record Rate(Decimal perPeriod, long periodMillis) {
    public static final long YEAR_MILLIS = 365L * 24 * 3600 * 1000;

    public static Rate perYear(String rate) {
        return new Rate(Decimal.of(rate), YEAR_MILLIS);
    }

    /** Growth factor over {@code millis}, compounded continuously at the rate that yields {@code perPeriod} a period. */
    public double growth(long millis) {
        return StrictMath.exp(StrictMath.log1p(perPeriod.toDouble()) * millis / periodMillis);
    }
}
