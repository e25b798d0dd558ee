package io.firebreak.amm.weighted;

import java.math.BigInteger;

/** Fixed point of 18 decimals, its rounding in the name; the arguments are not negative. */
final class Fixed {
    static final BigInteger ONE = BigInteger.TEN.pow(18);
    private static final BigInteger TWO = ONE.multiply(BigInteger.TWO);
    private static final BigInteger FOUR = TWO.multiply(BigInteger.TWO);
    /** A power is known to 10^−14 of itself, and a unit. */
    private static final BigInteger POWER_ERROR = BigInteger.valueOf(10_000);

    private Fixed() {}

    static BigInteger mulDown(BigInteger a, BigInteger b) {
        return a.multiply(b).divide(ONE);
    }

    static BigInteger mulUp(BigInteger a, BigInteger b) {
        return divideUp(a.multiply(b), ONE);
    }

    static BigInteger divDown(BigInteger a, BigInteger b) {
        return a.multiply(ONE).divide(b);
    }

    static BigInteger divUp(BigInteger a, BigInteger b) {
        return divideUp(a.multiply(ONE), b);
    }

    /** Whole numbers, rounded up. */
    static BigInteger divideUp(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    /** {@code 1 − x}; 0 where that would be negative. */
    static BigInteger complement(BigInteger x) {
        return ONE.subtract(x).max(BigInteger.ZERO);
    }

    static BigInteger powDown(BigInteger x, BigInteger y) {
        if (y.equals(ONE)) {
            return x;
        }
        if (y.equals(TWO)) {
            return mulDown(x, x);
        }
        if (y.equals(FOUR)) {
            BigInteger square = mulDown(x, x);
            return mulDown(square, square);
        }
        BigInteger power = LogExp.pow(x, y);
        return power.subtract(error(power)).max(BigInteger.ZERO);
    }

    static BigInteger powUp(BigInteger x, BigInteger y) {
        if (y.equals(ONE)) {
            return x;
        }
        if (y.equals(TWO)) {
            return mulUp(x, x);
        }
        if (y.equals(FOUR)) {
            BigInteger square = mulUp(x, x);
            return mulUp(square, square);
        }
        BigInteger power = LogExp.pow(x, y);
        return power.add(error(power));
    }

    private static BigInteger error(BigInteger power) {
        return mulUp(power, POWER_ERROR).add(BigInteger.ONE);
    }
}
