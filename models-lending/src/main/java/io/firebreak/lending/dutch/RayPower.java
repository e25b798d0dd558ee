package io.firebreak.lending.dutch;

import io.firebreak.api.number.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Powers with 27 digits behind the point, so that a price on a curve is Maker's to the last digit that a decimal keeps. */
final class RayPower {
    static final int DIGITS = 27;
    private static final MathContext KEPT = new MathContext(17, RoundingMode.DOWN);

    private RayPower() {}

    /** {@code base^exponent} by repeated squaring, rounded half up at each multiplication. */
    static BigDecimal power(BigDecimal base, long exponent) {
        BigDecimal square = base;
        BigDecimal result = BigDecimal.ONE;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result.multiply(square).setScale(DIGITS, RoundingMode.HALF_UP);
            }
            square = square.multiply(square).setScale(DIGITS, RoundingMode.HALF_UP);
        }
        return result;
    }

    /** {@code top · factor}, rounded down. */
    static Decimal times(Decimal top, BigDecimal factor) {
        return Decimal.of(top.toBigDecimal()
                .multiply(factor)
                .setScale(DIGITS, RoundingMode.DOWN)
                .round(KEPT));
    }
}
