package io.firebreak.amm.concentrated;

import java.math.BigInteger;

/** Fees in both assets: per unit of liquidity, times 2^128, or in base units. */
record Fees(BigInteger a, BigInteger b) {
    static final Fees NONE = new Fees(BigInteger.ZERO, BigInteger.ZERO);
    private static final int FRACTION_BITS = 128;

    Fees plus(Fees other) {
        return new Fees(a.add(other.a), b.add(other.b));
    }

    Fees minus(Fees other) {
        return new Fees(a.subtract(other.a), b.subtract(other.b));
    }

    /** Adds base units of a fee, spread over liquidity and rounded down. */
    Fees plusFee(BigInteger units, boolean ofA, BigInteger liquidity) {
        BigInteger growth = units.shiftLeft(FRACTION_BITS).divide(liquidity);
        return ofA ? new Fees(a.add(growth), b) : new Fees(a, b.add(growth));
    }

    /** Base units that this growth earned for liquidity, rounded down. */
    Fees earnedDown(BigInteger liquidity) {
        return new Fees(
                a.multiply(liquidity).shiftRight(FRACTION_BITS),
                b.multiply(liquidity).shiftRight(FRACTION_BITS));
    }
}
