package io.firebreak.amm.weighted;

import static io.firebreak.amm.weighted.Fixed.ONE;

import io.firebreak.amm.pool.FineCurve;
import io.firebreak.api.number.Ratio;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What the vault makes of a curve: fees on what is handed in, and on the part of a deposit or withdrawal that is out of
 * proportion, as if it had been traded.
 *
 * @source Balancer v3, Vault.sol and BasePoolMath.sol
 * @param standing the fee while nothing surges, 18 decimals
 */
record Vault(Curve curve, BigInteger standing, Option<Surge> surge) implements FineCurve {
    @Override
    public BigInteger invariant(BigInteger[] x) {
        return curve.invariant(x, false);
    }

    @Override
    public Paid swap(BigInteger[] x, int give, BigInteger in, int get) {
        BigInteger fee = fee(x, give, in, get, curve.out(x, give, in, get));
        BigInteger kept = Fixed.mulUp(in, fee);
        return new Paid(curve.out(x, give, in.subtract(kept), get), kept);
    }

    /** What must be handed in for {@code out}, and the fee in it. */
    Paid swapFor(BigInteger[] x, int give, BigInteger out, int get) {
        BigInteger in = curve.in(x, give, out, get);
        BigInteger fee = fee(x, give, in, get, out);
        BigInteger kept = Fixed.divideUp(in.multiply(fee), Fixed.complement(fee));
        return new Paid(in.add(kept), kept);
    }

    private BigInteger fee(BigInteger[] x, int give, BigInteger in, int get, BigInteger out) {
        if (surge.isEmpty()) {
            return standing;
        }
        BigInteger[] after = x.clone();
        after[give] = x[give].add(in);
        after[get] = x[get].subtract(out);
        return surge.get().fee(x, after, standing);
    }

    @Override
    public Liquidity deposit(BigInteger[] x, BigInteger[] amounts, BigInteger supply) {
        BigInteger[] fees = new BigInteger[x.length];
        BigInteger[] sums = new BigInteger[x.length];
        BigInteger[] after = new BigInteger[x.length];
        for (int i = 0; i < x.length; i++) {
            fees[i] = BigInteger.ZERO;
            sums[i] = x[i].add(amounts[i]);
            after[i] = sums[i].subtract(BigInteger.ONE);
        }
        BigInteger before = curve.invariant(x, true);
        BigInteger ratio = Fixed.divDown(curve.invariant(after, false), before);
        if (ratio.compareTo(curve.mostGrowth()) > 0 || surge.exists(each -> each.isSurging(x, sums))) {
            return Liquidity.of(BigInteger.ZERO, fees);
        }
        for (int i = 0; i < x.length; i++) {
            BigInteger taxable = after[i].subtract(Fixed.mulDown(ratio, x[i]));
            fees[i] = Fixed.mulUp(taxable.max(BigInteger.ZERO), standing);
            after[i] = after[i].subtract(fees[i]);
        }
        BigInteger grown = curve.invariant(after, false).subtract(before).max(BigInteger.ZERO);
        return Liquidity.of(supply.multiply(grown).divide(before), fees);
    }

    /** What one asset alone must be handed in for so many shares, and the fee in it. */
    Paid depositOneFor(BigInteger[] x, int give, BigInteger shares, BigInteger supply) {
        BigInteger next = supply.add(shares);
        BigInteger balance = curve.balance(x, give, Fixed.divUp(next, supply));
        BigInteger taxable = balance.subtract(next.multiply(x[give]).divide(supply));
        BigInteger kept = Fixed.divUp(taxable, Fixed.complement(standing)).subtract(taxable);
        return new Paid(balance.subtract(x[give]).add(kept), kept);
    }

    @Override
    public Paid withdrawOne(BigInteger[] x, BigInteger shares, BigInteger supply, int get) {
        BigInteger left = supply.subtract(shares);
        BigInteger ratio = Fixed.divUp(left, supply);
        if (ratio.compareTo(curve.leastLeft()) < 0) {
            return Paid.NONE;
        }
        BigInteger balance = curve.balance(x, get, ratio);
        BigInteger taxable = Fixed.divideUp(left.multiply(x[get]), supply).subtract(balance);
        BigInteger kept = Fixed.mulUp(taxable.max(BigInteger.ZERO), standing);
        BigInteger out = x[get].subtract(balance).subtract(kept);
        return surges(x, get, out) ? Paid.NONE : new Paid(out, kept);
    }

    /** The shares that pay for an amount of one asset, and the fee in it. */
    Paid withdrawOneFor(BigInteger[] x, int get, BigInteger out, BigInteger supply) {
        BigInteger[] after = new BigInteger[x.length];
        for (int i = 0; i < x.length; i++) {
            after[i] = x[i].subtract(BigInteger.ONE);
        }
        after[get] = after[get].subtract(out);
        BigInteger before = curve.invariant(x, true);
        BigInteger ratio = Fixed.divUp(curve.invariant(after, true), before);
        BigInteger taxable = Fixed.mulUp(ratio, x[get]).subtract(after[get]);
        BigInteger kept = Fixed.divUp(taxable, Fixed.complement(standing)).subtract(taxable);
        after[get] = after[get].subtract(kept);
        BigInteger shrunk = before.subtract(curve.invariant(after, false));
        return new Paid(Fixed.divideUp(supply.multiply(shrunk), before), kept);
    }

    private boolean surges(BigInteger[] x, int get, BigInteger out) {
        BigInteger[] after = x.clone();
        after[get] = x[get].subtract(out);
        return surge.exists(each -> each.isSurging(x, after));
    }

    @Override
    public boolean feeOnGet() {
        return false;
    }

    /** A share in 18 decimals. */
    static BigInteger share(Ratio ratio) {
        return ratio.value().toBigDecimal().multiply(new BigDecimal(ONE)).toBigInteger();
    }
}
