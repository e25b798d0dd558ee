package io.firebreak.amm.pool;

import java.math.BigInteger;

/**
 * The invariant between a constant sum and a constant product, in integers, with a floor at every step.
 *
 * @formula A·nⁿ·Σx + D = A·D·nⁿ + Dⁿ⁺¹ ÷ (nⁿ·Πx)
 * @source Curve, stableswap-ng: in its order D settles where that of StableSwap.vy oscillates
 */
public final class Amplified {
    /** Where Newton's method has not settled by then, its last step counts; the protocol would refuse. */
    public static final int MOST_STEPS = 255;

    private Amplified() {}

    /**
     * What the assets come to where they trade one for one.
     *
     * @formula Newton from Σx: D ← (a·Σx + n·P)·D ÷ ((a − 1)·D + (n + 1)·P), a = A·nⁿ, P = Dⁿ⁺¹ ÷ (nⁿ·Πx), until it moves by 1
     *     at most
     * @param x none of them zero
     * @param amplification A·nⁿ⁻¹, in parts of {@code precision}
     */
    public static BigInteger invariant(BigInteger[] x, BigInteger amplification, BigInteger precision) {
        BigInteger n = BigInteger.valueOf(x.length);
        BigInteger slope = amplification.multiply(n);
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger each : x) {
            sum = sum.add(each);
        }
        BigInteger d = sum;
        for (int step = 0; step < MOST_STEPS; step++) {
            BigInteger product = d;
            for (BigInteger each : x) {
                product = product.multiply(d).divide(each);
            }
            product = product.divide(n.pow(x.length));
            BigInteger next = slope.multiply(sum)
                    .divide(precision)
                    .add(product.multiply(n))
                    .multiply(d)
                    .divide(slope.subtract(precision)
                            .multiply(d)
                            .divide(precision)
                            .add(n.add(BigInteger.ONE).multiply(product)));
            if (next.subtract(d).abs().compareTo(BigInteger.ONE) <= 0) {
                return next;
            }
            d = next;
        }
        return d;
    }
}
