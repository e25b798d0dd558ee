package io.firebreak.api.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact decimal number, {@code digits / 10^scale}: the form in which prices, ratios and rates meet amounts.
 *
 * <p>Normalised on construction (no trailing zeros behind the point), so that equal values are equal records. The scale
 * lies between 0 and {@value #MAX_SCALE}. Worked number: 136.747819 is digits 136747819, scale 6.
 */
public record Decimal(long digits, int scale) implements Comparable<Decimal> {
    public static final int MAX_SCALE = 27;
    /** What a price or ratio that came from a {@code double} keeps: more than any oracle publishes. */
    public static final int CROSSING_DIGITS = 14;

    public static final Decimal ZERO = new Decimal(0, 0);
    public static final Decimal ONE = new Decimal(1, 0);

    public Decimal {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new ArithmeticException("scale " + scale + " of a decimal lies outside 0.." + MAX_SCALE);
        }
        while (scale > 0 && digits % 10 == 0) {
            digits /= 10;
            scale--;
        }
    }

    public static Decimal of(long whole) {
        return new Decimal(whole, 0);
    }

    /**
     * Reads plain or scientific notation, for example {@code 1.13} or {@code 4e-5}.
     *
     * @throws NumberFormatException where the text is not a number
     * @throws ArithmeticException where it has more than 18 significant digits
     */
    public static Decimal of(String text) {
        return of(new BigDecimal(text));
    }

    /** Exact; {@link ArithmeticException} where the value needs more than a {@code long} of digits. */
    public static Decimal of(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        if (unscaled.bitLength() < Long.SIZE && value.scale() >= 0 && value.scale() <= MAX_SCALE) {
            return new Decimal(unscaled.longValue(), value.scale());
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() < 0) {
            plain = plain.setScale(0);
        }
        return new Decimal(plain.unscaledValue().longValueExact(), plain.scale());
    }

    /**
     * The one crossing from {@code double} (paths, curves, statistics) to exact numbers: half-even to
     * {@value #CROSSING_DIGITS} significant digits.
     *
     * @throws ArithmeticException for NaN, infinities and magnitudes of 1e18 and more
     */
    public static Decimal ofDouble(double value) {
        if (!(Math.abs(value) < 1e18)) {
            throw new ArithmeticException("not a finite number below 1e18: " + value);
        }
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-9 && magnitude < 1e14) {
            int whole = 1;
            for (double limit = 10; magnitude >= limit; limit *= 10) {
                whole++;
            }
            int scale = CROSSING_DIGITS - whole;
            double power = Powers.asDouble(scale);
            return new Decimal((long) Math.rint(value * power), scale);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(CROSSING_DIGITS, RoundingMode.HALF_EVEN));
        return of(rounded.scale() > MAX_SCALE ? rounded.setScale(MAX_SCALE, RoundingMode.HALF_EVEN) : rounded);
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(digits, scale);
    }

    public double toDouble() {
        return scale <= 22 ? digits / Powers.asDouble(scale) : toBigDecimal().doubleValue();
    }

    /** Exact. */
    public Decimal plus(Decimal other) {
        return of(toBigDecimal().add(other.toBigDecimal()));
    }

    /** Exact. */
    public Decimal minus(Decimal other) {
        return of(toBigDecimal().subtract(other.toBigDecimal()));
    }

    /** Exact; {@link ArithmeticException} where the product needs more digits than a {@code long} holds. */
    public Decimal times(Decimal other) {
        if (scale + other.scale <= MAX_SCALE) {
            long high = Math.multiplyHigh(digits, other.digits);
            long low = digits * other.digits;
            if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
                return new Decimal(low, scale + other.scale);
            }
        }
        return of(toBigDecimal().multiply(other.toBigDecimal()));
    }

    /** Towards zero, to 17 significant digits. */
    public Decimal timesDown(Decimal other) {
        return bounded(toBigDecimal().multiply(other.toBigDecimal()), RoundingMode.DOWN);
    }

    /** The product to so many significant digits, at most 17, towards zero. */
    public Decimal timesDown(Decimal other, int digits) {
        return of(toBigDecimal().multiply(other.toBigDecimal()).round(new MathContext(digits, RoundingMode.DOWN)));
    }

    /** Towards zero, to 17 significant digits. {@link ArithmeticException} when {@code divisor} is zero. */
    public Decimal dividedDown(Decimal divisor) {
        return bounded(
                toBigDecimal().divide(divisor.toBigDecimal(), new MathContext(17, RoundingMode.DOWN)),
                RoundingMode.DOWN);
    }

    private static Decimal bounded(BigDecimal value, RoundingMode rounding) {
        BigDecimal rounded = value.round(new MathContext(17, rounding));
        return of(rounded.scale() > MAX_SCALE ? rounded.setScale(MAX_SCALE, rounding) : rounded);
    }

    public int signum() {
        return Long.signum(digits);
    }

    @Override
    public int compareTo(Decimal other) {
        return scale == other.scale
                ? Long.compare(digits, other.digits)
                : toBigDecimal().compareTo(other.toBigDecimal());
    }

    /** Plain notation, for example {@code 136.747819}. */
    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
