package io.firebreak.amm;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.VenueView;
import java.math.BigInteger;

/**
 * What a pool of two assets holds, and how many shares there are of it.
 *
 * @param a base units of the first asset
 * @param b base units of the other
 * @param shares all shares, the locked ones included
 */
record Reserves(long a, long b, long shares) {

    static Reserves of(ConstantProduct venue, VenueView view) {
        AccountId pool = view.own("pool");
        return new Reserves(
                view.balance(pool, venue.a()),
                view.balance(pool, venue.b()),
                -view.balance(pool, view.issued("shares")));
    }

    /** {@code floor(√(a · b))}. */
    long rootK() {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).sqrt().longValueExact();
    }

    Reserves plusShares(long more) {
        return new Reserves(a, b, shares + more);
    }

    /** Shares that both amounts pay for. */
    long sharesDown(long unitsA, long unitsB) {
        return Exact.compareProducts(unitsA, b, unitsB, a) <= 0
                ? Exact.mulDivDown(unitsA, shares, a)
                : Exact.mulDivDown(unitsB, shares, b);
    }

    /**
     * What a trade pays out, rounded down.
     *
     * @formula floor(in·(1−f)·out ÷ (reserveIn + in·(1−f))), every product exact
     */
    static long outDown(long in, long reserveIn, long reserveOut, Decimal fee) {
        if (in <= 0 || reserveIn <= 0 || reserveOut <= 0) {
            return 0;
        }
        long whole = 1;
        for (int digit = 0; digit < fee.scale(); digit++) {
            whole *= 10;
        }
        long kept = whole - fee.digits();
        long high = Math.multiplyHigh(in, kept) | Math.multiplyHigh(reserveIn, whole);
        long paid = in * kept;
        long base = reserveIn * whole;
        // The common case in two long products; whatever overflows goes the long way round.
        if (high == 0 && paid >= 0 && base >= 0 && paid + base > 0) {
            return Exact.mulDivDown(paid, reserveOut, paid + base);
        }
        BigInteger exactPaid = BigInteger.valueOf(in).multiply(BigInteger.valueOf(kept));
        return exactPaid
                .multiply(BigInteger.valueOf(reserveOut))
                .divide(BigInteger.valueOf(reserveIn)
                        .multiply(BigInteger.valueOf(whole))
                        .add(exactPaid))
                .longValueExact();
    }
}
