package io.firebreak.amm.weighted;

import io.firebreak.amm.pool.Amplified;
import java.math.BigInteger;

/**
 * The curve between a constant sum and a constant product, rounded as the vault rounds it.
 *
 * @source Balancer v3, StableMath.sol
 * @param amplification in thousandths
 */
record StableCurve(BigInteger amplification) implements Curve {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    @Override
    public BigInteger invariant(BigInteger[] x, boolean up) {
        BigInteger invariant = invariant(x);
        return up ? invariant.add(BigInteger.ONE) : invariant;
    }

    private BigInteger invariant(BigInteger[] x) {
        return Amplified.invariant(x, amplification, THOUSAND);
    }

    @Override
    public BigInteger balance(BigInteger[] x, int at, BigInteger ratio) {
        return solve(x, at, Fixed.mulUp(invariant(x, true), ratio));
    }

    /** The balance of one asset beside the others at an invariant of {@code d}, rounded up. */
    private BigInteger solve(BigInteger[] x, int at, BigInteger d) {
        BigInteger n = BigInteger.valueOf(x.length);
        BigInteger slope = amplification.multiply(n);
        BigInteger sum = x[0];
        BigInteger product = x[0].multiply(n);
        for (int i = 1; i < x.length; i++) {
            product = product.multiply(x[i]).multiply(n).divide(d);
            sum = sum.add(x[i]);
        }
        BigInteger square = d.multiply(d);
        BigInteger c = Fixed.divideUp(square.multiply(THOUSAND), slope.multiply(product))
                .multiply(x[at]);
        BigInteger b = sum.subtract(x[at]).add(d.multiply(THOUSAND).divide(slope));
        BigInteger y = Fixed.divideUp(square.add(c), d.add(b));
        for (int step = 0; step < Amplified.MOST_STEPS; step++) {
            BigInteger next =
                    Fixed.divideUp(y.multiply(y).add(c), y.shiftLeft(1).add(b).subtract(d));
            if (next.subtract(y).abs().compareTo(BigInteger.ONE) <= 0) {
                return next;
            }
            y = next;
        }
        return y;
    }

    @Override
    public BigInteger out(BigInteger[] x, int give, BigInteger in, int get) {
        BigInteger[] after = x.clone();
        after[give] = x[give].add(in);
        return x[get].subtract(solve(after, get, invariant(x)))
                .subtract(BigInteger.ONE)
                .max(BigInteger.ZERO);
    }

    @Override
    public BigInteger in(BigInteger[] x, int give, BigInteger out, int get) {
        BigInteger[] after = x.clone();
        after[get] = x[get].subtract(out);
        return solve(after, give, invariant(x)).subtract(x[give]).add(BigInteger.ONE);
    }

    @Override
    public BigInteger mostGrowth() {
        return WeightedCurve.share(500);
    }

    @Override
    public BigInteger leastLeft() {
        return WeightedCurve.share(60);
    }
}
