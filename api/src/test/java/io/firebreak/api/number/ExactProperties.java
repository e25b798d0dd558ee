package io.firebreak.api.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ExactProperties {
    @Property(tries = 5000)
    void productsAreExactBeforeTheOneRounding(
            @ForAll @LongRange(min = 0) long a,
            @ForAll @LongRange(min = 0) long b,
            @ForAll @LongRange(min = 1) long c) {
        BigInteger[] expected =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(c));
        BigInteger up = expected[1].signum() == 0 ? expected[0] : expected[0].add(BigInteger.ONE);
        if (up.bitLength() <= 63) {
            assertThat(Exact.mulDivDown(a, b, c)).isEqualTo(expected[0].longValueExact());
            assertThat(Exact.mulDivUp(a, b, c)).isEqualTo(up.longValueExact());
        } else if (expected[0].bitLength() > 63) {
            assertThatThrownBy(() -> Exact.mulDivDown(a, b, c)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Property(tries = 3000)
    void comparesProductsExactly(
            @ForAll @LongRange(min = 0) long a,
            @ForAll @LongRange(min = 0) long b,
            @ForAll @LongRange(min = 0) long c,
            @ForAll @LongRange(min = 0) long d) {
        int expected = BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(d)));
        assertThat(Integer.signum(Exact.compareProducts(a, b, c, d))).isEqualTo(expected);
    }

    @Property(tries = 3000)
    void convertsLikeBigDecimal(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long units,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long over,
            @ForAll @IntRange(max = 12) int overScale,
            @ForAll @LongRange(min = 1, max = 1_000_000) long under,
            @ForAll @IntRange(min = -9, max = 9) int shift) {
        Decimal numerator = new Decimal(over, overScale);
        Decimal denominator = Decimal.of(under);
        BigDecimal exact = BigDecimal.valueOf(units)
                .multiply(numerator.toBigDecimal())
                .scaleByPowerOfTen(shift)
                .divide(denominator.toBigDecimal(), 40, RoundingMode.DOWN);
        BigDecimal down = exact.setScale(0, RoundingMode.DOWN);
        if (down.compareTo(BigDecimal.valueOf(Long.MAX_VALUE - 1)) < 0) {
            assertThat(Exact.convert(units, numerator, denominator, shift, RoundingMode.DOWN))
                    .isEqualTo(down.longValueExact());
        }
    }

    @Example
    void overflowNamesTheNumbers() {
        assertThatThrownBy(() -> Exact.mulDivDown(Long.MAX_VALUE, 3, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("amount overflow");
    }

    @Example
    void aHundredTimesOnePointFifteenIsOneHundredAndFifteen() {
        assertThat(Exact.timesDown(100, Decimal.of("1.15"))).isEqualTo(115);
    }

    @Property
    void theCrossingKeepsFourteenDigits(@ForAll @LongRange(min = 1, max = 99_999_999_999_999L) long digits) {
        double value = digits / 1e6;
        assertThat(Decimal.ofDouble(value).toBigDecimal())
                .isEqualByComparingTo(new BigDecimal(digits).movePointLeft(6));
    }
}
