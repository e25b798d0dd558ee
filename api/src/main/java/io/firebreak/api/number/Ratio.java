package io.firebreak.api.number;

/**
 * A share or multiple without a unit, exact: written {@code 3%}, {@code 0.03} or {@code 150%} in a scenario.
 *
 * @param value 0.03 for three per cent
 */
public record Ratio(Decimal value) implements Comparable<Ratio> {
    public static final Ratio ZERO = new Ratio(Decimal.ZERO);
    public static final Ratio ONE = new Ratio(Decimal.ONE);

    public static Ratio of(String value) {
        return new Ratio(Decimal.of(value));
    }

    /** {@code 1 + value}: from a bonus to a factor. */
    public Decimal onePlus() {
        return Decimal.ONE.plus(value);
    }

    /** {@code floor(units · value)}. */
    public long ofDown(long units) {
        return Exact.timesDown(units, value);
    }

    /** {@code ceil(units · value)}. */
    public long ofUp(long units) {
        return Exact.timesUp(units, value);
    }

    @Override
    public int compareTo(Ratio other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
