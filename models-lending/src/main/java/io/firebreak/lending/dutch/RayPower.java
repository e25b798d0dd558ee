package io.firebreak.lending.dutch;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

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

    /** When a price that is cut once in a step has fallen to a half; never where it is not cut. */
    static Option<Duration> halfLife(Ratio cut, Duration step) {
        double steps = StrictMath.log(0.5) / StrictMath.log(cut.value().toDouble());
        return Option.when(Double.isFinite(steps), () -> Duration.ofMillis((long) (steps * step.toMillis())));
    }
}
