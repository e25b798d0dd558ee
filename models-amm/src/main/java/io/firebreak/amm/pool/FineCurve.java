package io.firebreak.amm.pool;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.math.BigInteger;

/** A curve in integers of 18 decimals, finer than base units; every result is rounded for the pool. */
public interface FineCurve {
    /** What a trade pays out, and the fee that was kept of it. */
    record Paid(BigInteger out, BigInteger fee) {
        public static final Paid NONE = new Paid(BigInteger.ZERO, BigInteger.ZERO);
    }

    /** Shares, and the fee in each asset for putting the pool out of proportion. */
    record Liquidity(BigInteger shares, Seq<BigInteger> fees) {
        /** The array is copied. */
        public static Liquidity of(BigInteger shares, BigInteger[] fees) {
            return new Liquidity(shares, Array.of(fees));
        }
    }

    /** What the assets come to: as much of it per share, whatever is traded. */
    BigInteger invariant(BigInteger[] x);

    /** One asset for another; none where the curve does not allow it. */
    Paid swap(BigInteger[] x, int give, BigInteger in, int get);

    /** Shares for amounts that are added, in proportion or not; 0 where the curve does not allow it. */
    Liquidity deposit(BigInteger[] x, BigInteger[] amounts, BigInteger supply);

    /** All of what so many shares are worth, in one asset; none where the curve does not allow it. */
    Paid withdrawOne(BigInteger[] x, BigInteger shares, BigInteger supply, int get);

    /** Whether the fee of a swap is kept of what is paid out, rather than of what is handed in. */
    boolean feeOnGet();
}
