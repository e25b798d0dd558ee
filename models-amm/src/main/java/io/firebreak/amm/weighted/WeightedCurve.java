package io.firebreak.amm.weighted;

import static io.firebreak.amm.weighted.Fixed.ONE;

import io.vavr.collection.Array;
import java.math.BigInteger;

/**
 * Each asset is a given share of the pool's value, whatever the prices.
 *
 * @formula invariant Πxᵢ^wᵢ; out = xₒ·(1 − (xᵢ ÷ (xᵢ + in))^(wᵢ÷wₒ))
 * @source Balancer v3, WeightedMath.sol
 * @param weights of the assets, 18 decimals; together one
 */
record WeightedCurve(Array<BigInteger> weights) implements Curve {
    private static final BigInteger MOST_OF_BALANCE = share(30);

    static BigInteger share(int percent) {
        return ONE.multiply(BigInteger.valueOf(percent)).divide(BigInteger.valueOf(100));
    }

    @Override
    public BigInteger invariant(BigInteger[] x, boolean up) {
        BigInteger invariant = ONE;
        for (int i = 0; i < x.length; i++) {
            invariant = up
                    ? Fixed.mulUp(invariant, Fixed.powUp(x[i], weights.get(i)))
                    : Fixed.mulDown(invariant, Fixed.powDown(x[i], weights.get(i)));
        }
        return invariant;
    }

    @Override
    public BigInteger balance(BigInteger[] x, int at, BigInteger ratio) {
        return Fixed.mulUp(x[at], Fixed.powUp(ratio, Fixed.divUp(ONE, weights.get(at))));
    }

    @Override
    public BigInteger out(BigInteger[] x, int give, BigInteger in, int get) {
        if (in.compareTo(Fixed.mulDown(x[give], MOST_OF_BALANCE)) > 0) {
            return BigInteger.ZERO;
        }
        BigInteger base = Fixed.divUp(x[give], x[give].add(in));
        BigInteger power = Fixed.powUp(base, Fixed.divDown(weights.get(give), weights.get(get)));
        return Fixed.mulDown(x[get], Fixed.complement(power));
    }

    @Override
    public BigInteger in(BigInteger[] x, int give, BigInteger out, int get) {
        BigInteger base = Fixed.divUp(x[get], x[get].subtract(out));
        BigInteger power = Fixed.powUp(base, Fixed.divUp(weights.get(get), weights.get(give)));
        return Fixed.mulUp(x[give], power.subtract(ONE));
    }

    @Override
    public BigInteger mostGrowth() {
        return share(300);
    }

    @Override
    public BigInteger leastLeft() {
        return share(70);
    }
}
