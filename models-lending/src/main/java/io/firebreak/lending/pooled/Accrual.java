package io.firebreak.lending.pooled;

import io.firebreak.api.number.Rate;

/**
 * Interest of one pool, as it accrues.
 *
 * @param borrowed what debts have earned and is less than a base unit, at least 0 and below 1
 * @param lent what lenders have earned and is less than a base unit, at least 0 and below 1
 */
public record Accrual(double borrowed, double lent) {
    public static final Accrual NONE = new Accrual(0, 0);

    /** With a span's interest at a rate a year, simple within the span: {@code total · rate · millis ÷ year}. */
    public Accrual plus(double borrowRate, long owed, double supplyRate, long supplied, long millis) {
        double years = (double) millis / Rate.YEAR_MILLIS;
        return new Accrual(borrowed + owed * borrowRate * years, lent + supplied * supplyRate * years);
    }

    /** Without the whole units, which are posted. */
    public Accrual rest() {
        return new Accrual(borrowed - (long) borrowed, lent - (long) lent);
    }
}
