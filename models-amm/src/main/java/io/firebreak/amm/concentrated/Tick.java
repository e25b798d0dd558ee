package io.firebreak.amm.concentrated;

import java.math.BigInteger;

/**
 * A price at which liquidity begins or ends.
 *
 * @param gross liquidity of all positions that begin or end here: without any the tick is gone
 * @param net liquidity that begins here, less what ends, seen from below
 * @param outside fees per unit of liquidity on that side of the tick on which the price is not; only differences count
 * @source Uniswap v3, {@code Tick.sol}
 */
record Tick(int index, BigInteger gross, BigInteger net, Fees outside) {
    Tick plus(BigInteger liquidity, boolean upper) {
        return new Tick(index, gross.add(liquidity), upper ? net.subtract(liquidity) : net.add(liquidity), outside);
    }

    Tick crossed(Fees global) {
        return new Tick(index, gross, net, global.minus(outside));
    }
}
