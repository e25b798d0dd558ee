package io.firebreak.amm.weighted;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class LogExpProperties {
    private static BigInteger fixed(BigDecimal value) {
        return value.movePointRight(18).setScale(0, RoundingMode.DOWN).toBigIntegerExact();
    }

    @Property(tries = 1000)
    void powersLieBetweenTheirRoundings(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long millionths,
            @ForAll @LongRange(min = 10_000, max = 2_000_000) long exponentMillionths) {
        BigDecimal base = BigDecimal.valueOf(millionths, 6);
        BigDecimal exponent = BigDecimal.valueOf(exponentMillionths, 6);
        double exact = StrictMath.pow(base.doubleValue(), exponent.doubleValue());
        BigInteger down = Fixed.powDown(fixed(base), fixed(exponent));
        BigInteger up = Fixed.powUp(fixed(base), fixed(exponent));
        assertThat(down).isLessThanOrEqualTo(up);
        assertThat(down.doubleValue() / 1e18).isLessThanOrEqualTo(exact * (1 + 1e-12));
        assertThat(up.doubleValue() / 1e18).isGreaterThanOrEqualTo(exact * (1 - 1e-12));
        assertThat(up.subtract(down).doubleValue()).isLessThanOrEqualTo(up.doubleValue() * 3e-14 + 4);
    }

    /** Whole powers are those of multiplication. */
    @Property(tries = 300)
    void theThirdPowerIsTheProductOfThree(@ForAll @LongRange(min = 100_000, max = 100_000_000) long millionths) {
        BigInteger x = fixed(BigDecimal.valueOf(millionths, 6));
        BigInteger cube = x.multiply(x).divide(Fixed.ONE).multiply(x).divide(Fixed.ONE);
        assertThat(Fixed.powDown(x, Fixed.ONE.multiply(BigInteger.valueOf(3))))
                .isLessThanOrEqualTo(cube.add(BigInteger.TWO));
        assertThat(Fixed.powUp(x, Fixed.ONE.multiply(BigInteger.valueOf(3)))).isGreaterThanOrEqualTo(cube);
    }
}
