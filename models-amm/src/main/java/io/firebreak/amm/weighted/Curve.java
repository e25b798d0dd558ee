package io.firebreak.amm.weighted;

import java.math.BigInteger;

/** What a pool of the vault trades along, in fixed point of 18 decimals; each result is rounded for the pool. */
interface Curve {
    /** What the balances come to: twice of each is twice the invariant. */
    BigInteger invariant(BigInteger[] x, boolean up);

    /** The balance of one asset at which the invariant is {@code ratio} times what it is, the others unchanged; up. */
    BigInteger balance(BigInteger[] x, int at, BigInteger ratio);

    /** What is paid out for {@code in}, no fee taken; 0 where that is too much at once. */
    BigInteger out(BigInteger[] x, int give, BigInteger in, int get);

    /** What must be handed in for {@code out}, no fee taken. */
    BigInteger in(BigInteger[] x, int give, BigInteger out, int get);

    /** The most by which liquidity may grow the invariant out of proportion. */
    BigInteger mostGrowth();

    /** The least that may be left of the invariant where liquidity leaves out of proportion. */
    BigInteger leastLeft();
}
