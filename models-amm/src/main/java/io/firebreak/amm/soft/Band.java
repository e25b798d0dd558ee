package io.firebreak.amm.soft;

import java.math.BigInteger;

/**
 * What lies in a band, 18 decimals.
 *
 * @param x of what is borrowed
 * @param y collateral
 */
public record Band(BigInteger x, BigInteger y) {
    static final Band EMPTY = new Band(BigInteger.ZERO, BigInteger.ZERO);

    boolean isEmpty() {
        return x.signum() == 0 && y.signum() == 0;
    }
}
