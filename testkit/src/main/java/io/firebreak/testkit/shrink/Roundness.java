package io.firebreak.testkit.shrink;

import io.firebreak.api.number.Decimal;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How round a number is: the fewer digits the rounder, 1, 2 and 5 before other digits, whole units before parts of them. */
final class Roundness {
    private static final int MOST_DIGITS = 6;

    private Roundness() {}

    /** The larger, the less round; 0 is roundest. */
    static int cost(BigDecimal number) {
        if (number.signum() == 0) {
            return 0;
        }
        BigDecimal bare = number.abs().stripTrailingZeros();
        int leading = bare.unscaledValue().intValue();
        boolean plain = bare.precision() == 1 && (leading == 1 || leading == 2 || leading == 5);
        return 2 * bare.precision() + (plain ? 0 : 1) + (bare.scale() > 0 ? 1 : 0);
    }

    static int cost(Decimal number) {
        return cost(number.toBigDecimal());
    }

    /** Numbers of the same sign that are rounder, the roundest first; never zero. */
    static Seq<BigDecimal> rounder(BigDecimal number) {
        if (number.signum() == 0) {
            return Vector.empty();
        }
        BigDecimal sign = BigDecimal.valueOf(number.signum());
        BigDecimal size = number.abs();
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(size.precision() - size.scale() - 1);
        Vector<BigDecimal> all = Vector.of(1, 10, 100, 1000)
                .map(BigDecimal::valueOf)
                .appendAll(Vector.of(1, 2, 5, 10, 20).map(each -> power.multiply(BigDecimal.valueOf(each))));
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            all = all.append(size.round(new MathContext(digits, RoundingMode.DOWN)))
                    .append(size.round(new MathContext(digits, RoundingMode.UP)));
        }
        int cost = cost(number);
        return all.distinctBy(BigDecimal::compareTo)
                .filter(each -> each.signum() > 0 && cost(each) < cost)
                .sortBy(Roundness::cost)
                .map(sign::multiply);
    }
}
