package io.firebreak.api.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Arithmetic on amounts: {@code long} base units, exact 128-bit products, one rounding at the end, its direction in the
 * name.
 *
 * <p>Every method takes and returns non-negative amounts and throws {@link ArithmeticException} where the result leaves
 * the range of {@code long}: nothing wraps.
 */
public final class Exact {
    private Exact() {}

    /** {@code floor(a · b / c)}, the product exact. */
    public static long mulDivDown(long a, long b, long c) {
        return mulDiv(a, b, c, false);
    }

    /** {@code ceil(a · b / c)}, the product exact. */
    public static long mulDivUp(long a, long b, long c) {
        return mulDiv(a, b, c, true);
    }

    private static long mulDiv(long a, long b, long c, boolean up) {
        if ((a | b) < 0 || c <= 0) {
            throw new ArithmeticException("mulDiv takes a, b >= 0 and c > 0, not " + a + ", " + b + ", " + c);
        }
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == 0 && low >= 0) {
            long quotient = low / c;
            return up && quotient * c != low ? quotient + 1 : quotient;
        }
        if (high >= c) {
            throw overflow(a, b, c);
        }
        long quotient = divideWide(high, low, c);
        if (up && quotient * c != low) {
            quotient++;
        }
        if (quotient < 0) {
            throw overflow(a, b, c);
        }
        return quotient;
    }

    private static ArithmeticException overflow(long a, long b, long c) {
        return new ArithmeticException(
                "amount overflow: " + a + " · " + b + " / " + c + " exceeds " + Long.MAX_VALUE + " base units");
    }

    /** Unsigned 128 by 64 bit division; needs {@code high < divisor} and {@code divisor > 0}. */
    private static long divideWide(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long dHigh = d >>> 32;
        long dLow = d & 0xFFFFFFFFL;
        long upper = shift == 0 ? high : high << shift | low >>> (64 - shift);
        long rest = low << shift;
        long q1 = digit(upper, rest >>> 32, dHigh, dLow);
        long middle = (upper << 32 | rest >>> 32) - q1 * d;
        long q0 = digit(middle, rest & 0xFFFFFFFFL, dHigh, dLow);
        return (q1 << 32) + q0;
    }

    /** One 32-bit digit of the quotient (Knuth, algorithm D). */
    private static long digit(long upper, long next, long dHigh, long dLow) {
        long estimate = Long.divideUnsigned(upper, dHigh);
        long remainder = upper - estimate * dHigh;
        while (estimate >>> 32 != 0 || Long.compareUnsigned(estimate * dLow, remainder << 32 | next) > 0) {
            estimate--;
            remainder += dHigh;
            if (remainder >>> 32 != 0) {
                break;
            }
        }
        return estimate;
    }

    /** Compares {@code a · b} with {@code c · d}, both exact; the factors are not negative. */
    public static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    /** {@code floor(units · factor)}. */
    public static long timesDown(long units, Decimal factor) {
        return convert(units, factor, Decimal.ONE, 0, RoundingMode.DOWN);
    }

    /** {@code ceil(units · factor)}. */
    public static long timesUp(long units, Decimal factor) {
        return convert(units, factor, Decimal.ONE, 0, RoundingMode.UP);
    }

    /** {@code floor(units / divisor)}. */
    public static long dividedDown(long units, Decimal divisor) {
        return convert(units, Decimal.ONE, divisor, 0, RoundingMode.DOWN);
    }

    /** {@code ceil(units / divisor)}. */
    public static long dividedUp(long units, Decimal divisor) {
        return convert(units, Decimal.ONE, divisor, 0, RoundingMode.UP);
    }

    /**
     * {@code units · numerator / denominator · 10^shift}, exact until its one rounding; {@code shift} is the decimals of
     * the result less those of {@code units}.
     *
     * @param rounding {@link RoundingMode#DOWN} or {@link RoundingMode#UP}
     */
    public static long convert(long units, Decimal numerator, Decimal denominator, int shift, RoundingMode rounding) {
        int power = shift + denominator.scale() - numerator.scale();
        long over = numerator.digits();
        long under = denominator.digits();
        int exponent = Math.abs(power);
        if (exponent <= 18) {
            long ten = Powers.asLong(exponent);
            long side = power >= 0 ? over : under;
            if (Math.multiplyHigh(side, ten) == 0 && side * ten >= 0) {
                long scaled = side * ten;
                return power >= 0
                        ? mulDiv(units, scaled, under, rounding == RoundingMode.UP)
                        : mulDiv(units, over, scaled, rounding == RoundingMode.UP);
            }
        }
        BigInteger top = BigInteger.valueOf(units).multiply(BigInteger.valueOf(over));
        BigInteger bottom = BigInteger.valueOf(under);
        BigInteger ten = BigInteger.TEN.pow(exponent);
        BigDecimal quotient = new BigDecimal(power >= 0 ? top.multiply(ten) : top)
                .divide(new BigDecimal(power >= 0 ? bottom : bottom.multiply(ten)), 0, rounding);
        return quotient.longValueExact();
    }
}
