package io.firebreak.amm.stable;

import io.firebreak.amm.pool.Amplified;
import io.firebreak.amm.pool.FineCurve;
import java.math.BigInteger;

/**
 * The curve between a constant sum and a constant product, in integers of 18 decimals, with the protocol's floor at every
 * step.
 *
 * @source Curve, StableSwap.vy
 * @param amplification Curve's A, in hundredths
 * @param fee in parts of 10^10
 */
record StableCurve(BigInteger amplification, BigInteger fee) implements FineCurve {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger TWO = BigInteger.TWO;
    static final BigInteger FEE_UNIT = BigInteger.TEN.pow(10);

    @Override
    public BigInteger invariant(BigInteger[] x) {
        return Amplified.invariant(x, amplification, HUNDRED);
    }

    /** What must lie there of asset {@code at} beside the others for an invariant of {@code d}. */
    BigInteger y(BigInteger[] x, int at, BigInteger d) {
        BigInteger n = BigInteger.valueOf(x.length);
        BigInteger slope = amplification.multiply(n);
        BigInteger others = BigInteger.ZERO;
        BigInteger c = d;
        for (int i = 0; i < x.length; i++) {
            if (i != at) {
                others = others.add(x[i]);
                c = c.multiply(d).divide(x[i].multiply(n));
            }
        }
        c = c.multiply(d).multiply(HUNDRED).divide(slope.multiply(n));
        BigInteger b = others.add(d.multiply(HUNDRED).divide(slope));
        BigInteger y = d;
        for (int step = 0; step < Amplified.MOST_STEPS; step++) {
            BigInteger next = y.multiply(y).add(c).divide(y.multiply(TWO).add(b).subtract(d));
            if (next.subtract(y).abs().compareTo(BigInteger.ONE) <= 0) {
                return next;
            }
            y = next;
        }
        return y;
    }

    /** One asset for another: a unit less than the curve says, and the fee off that. */
    @Override
    public Paid swap(BigInteger[] x, int give, BigInteger in, int get) {
        BigInteger d = invariant(x);
        BigInteger[] after = x.clone();
        after[give] = x[give].add(in);
        BigInteger gross = x[get].subtract(y(after, get, d)).subtract(BigInteger.ONE);
        BigInteger kept = gross.multiply(fee).divide(FEE_UNIT);
        return new Paid(gross.subtract(kept), kept);
    }

    /** Shares for amounts that are added, in proportion or not; none where the fee is more than there will be of an asset. */
    @Override
    public Liquidity deposit(BigInteger[] x, BigInteger[] amounts, BigInteger supply) {
        BigInteger[] after = x.clone();
        for (int i = 0; i < x.length; i++) {
            after[i] = x[i].add(amounts[i]);
        }
        BigInteger before = invariant(x);
        BigInteger[] fees = fees(x, after, before);
        BigInteger[] charged = less(after, fees);
        for (BigInteger each : charged) {
            if (each.signum() <= 0) {
                return Liquidity.of(BigInteger.ZERO, fees);
            }
        }
        BigInteger grown = invariant(charged).subtract(before);
        return Liquidity.of(grown.multiply(supply).divide(before), fees);
    }

    /** Shares that pay for amounts that are taken out, in proportion or not. */
    Liquidity withdraw(BigInteger[] x, BigInteger[] amounts, BigInteger supply) {
        BigInteger[] after = less(x, amounts);
        BigInteger before = invariant(x);
        BigInteger[] fees = fees(x, after, before);
        BigInteger shrunk = before.subtract(invariant(less(after, fees)));
        return Liquidity.of(shrunk.multiply(supply).divide(before).add(BigInteger.ONE), fees);
    }

    /** All of what so many shares are worth in one asset. */
    @Override
    public Paid withdrawOne(BigInteger[] x, BigInteger shares, BigInteger supply, int get) {
        BigInteger before = invariant(x);
        BigInteger d = before.subtract(shares.multiply(before).divide(supply));
        BigInteger without = y(x, get, d);
        BigInteger[] reduced = new BigInteger[x.length];
        for (int i = 0; i < x.length; i++) {
            BigInteger part = x[i].multiply(d).divide(before);
            BigInteger moved = i == get ? part.subtract(without) : x[i].subtract(part);
            reduced[i] = x[i].subtract(charge(moved, x.length));
        }
        BigInteger out = reduced[get].subtract(y(reduced, get, d));
        return new Paid(out.subtract(BigInteger.ONE), x[get].subtract(without).subtract(out));
    }

    /** The fee of a trade on what each asset is off its proportion; half of it, since a trade puts two assets off. */
    private BigInteger[] fees(BigInteger[] x, BigInteger[] after, BigInteger before) {
        BigInteger grown = invariant(after);
        BigInteger[] fees = new BigInteger[x.length];
        for (int i = 0; i < x.length; i++) {
            BigInteger ideal = grown.multiply(x[i]).divide(before);
            fees[i] = charge(ideal.subtract(after[i]).abs(), x.length);
        }
        return fees;
    }

    private BigInteger charge(BigInteger moved, int n) {
        BigInteger perAsset = fee.multiply(BigInteger.valueOf(n)).divide(BigInteger.valueOf(4L * (n - 1)));
        return perAsset.multiply(moved).divide(FEE_UNIT);
    }

    private static BigInteger[] less(BigInteger[] x, BigInteger[] amounts) {
        BigInteger[] less = new BigInteger[x.length];
        for (int i = 0; i < x.length; i++) {
            less[i] = x[i].subtract(amounts[i]);
        }
        return less;
    }

    @Override
    public boolean feeOnGet() {
        return true;
    }
}
