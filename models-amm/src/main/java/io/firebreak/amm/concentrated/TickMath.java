package io.firebreak.amm.concentrated;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The price at a tick, and the tick of a price; a price is {@code √(b ÷ a)} in base units, times 2^96.
 *
 * @formula price at tick t = ⌈2^96 · 1.0001^(t/2)⌉, by one factor rounded to 2^−128 for each bit of |t|
 * @source Uniswap v3, {@code TickMath.sol}
 */
final class TickMath {
    static final int MIN_TICK = -887_272;
    static final int MAX_TICK = 887_272;
    private static final int FRACTION_BITS = 128;
    private static final BigInteger ONE = BigInteger.ONE.shiftLeft(FRACTION_BITS);
    private static final BigInteger GREATEST_WORD =
            BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final BigInteger[] FACTORS = factors();

    static final BigInteger MIN_SQRT_PRICE = sqrtPriceAt(MIN_TICK);
    static final BigInteger MAX_SQRT_PRICE = sqrtPriceAt(MAX_TICK);

    private TickMath() {}

    /** {@code 2^128 ÷ 1.0001^(2^i ÷ 2)} for the bits of a tick, to the nearest. */
    private static BigInteger[] factors() {
        MathContext digits = new MathContext(120);
        BigDecimal power = new BigDecimal("1.0001").sqrt(digits);
        BigInteger[] factors = new BigInteger[20];
        for (int bit = 0; bit < factors.length; bit++) {
            factors[bit] = new BigDecimal(ONE)
                    .divide(power, digits)
                    .add(new BigDecimal("0.5"))
                    .toBigInteger();
            power = power.multiply(power, digits);
        }
        return factors;
    }

    /** Rounded up. */
    static BigInteger sqrtPriceAt(int tick) {
        if (tick < MIN_TICK || tick > MAX_TICK) {
            throw new IllegalArgumentException("tick " + tick + " lies outside " + MIN_TICK + ".." + MAX_TICK);
        }
        int distance = StrictMath.abs(tick);
        BigInteger ratio = ONE;
        for (int bit = 0; distance >> bit != 0; bit++) {
            if ((distance >> bit & 1) != 0) {
                ratio = ratio.multiply(FACTORS[bit]).shiftRight(FRACTION_BITS);
            }
        }
        if (tick > 0) {
            ratio = GREATEST_WORD.divide(ratio);
        }
        return SqrtPriceMath.shiftedUp(ratio, FRACTION_BITS - SqrtPriceMath.FRACTION_BITS);
    }

    /** The greatest tick whose price is at most this one. */
    static int tickAt(BigInteger sqrtPrice) {
        if (sqrtPrice.compareTo(MIN_SQRT_PRICE) < 0 || sqrtPrice.compareTo(MAX_SQRT_PRICE) >= 0) {
            throw new IllegalArgumentException("no tick has the square root price " + sqrtPrice);
        }
        // The logarithm is right to far less than a tick; whether it is one off, the exact prices say.
        double logarithm = (StrictMath.log(sqrtPrice.doubleValue()) - 96 * StrictMath.log(2)) / StrictMath.log(1.0001);
        int guess = (int) StrictMath.floor(2 * logarithm);
        int tick = StrictMath.max(MIN_TICK, StrictMath.min(MAX_TICK - 1, guess));
        while (sqrtPriceAt(tick).compareTo(sqrtPrice) > 0) {
            tick--;
        }
        while (sqrtPriceAt(tick + 1).compareTo(sqrtPrice) <= 0) {
            tick++;
        }
        return tick;
    }
}
