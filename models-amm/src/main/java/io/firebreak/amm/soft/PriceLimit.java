package io.firebreak.amm.soft;

import static io.firebreak.amm.soft.Grid.ONE;

import java.math.BigInteger;

/**
 * The oracle's price as the bands take it: no more than a quarter off the last one within two minutes, and a fee on top of the
 * usual one that makes up for its step.
 *
 * @formula ratio = min ÷ max of old and new price, 0.8 at least; fee (old fee + 1 − ratio³)·(time left of two minutes ÷ two
 *     minutes)
 * @source Curve, AMM.vy: limit_p_o
 * @param price 18 decimals; 0 before the first
 * @param fee on trades, 18 decimals
 * @param sinceMillis when it was taken
 */
public record PriceLimit(BigInteger price, BigInteger fee, long sinceMillis) {
    private static final long WINDOW_MILLIS = 120_000;
    private static final BigInteger MOST = BigInteger.valueOf(125).multiply(BigInteger.TEN.pow(16));
    private static final BigInteger LEAST_RATIO = ONE.multiply(ONE).divide(MOST);

    static final PriceLimit NONE = new PriceLimit(BigInteger.ZERO, BigInteger.ZERO, 0);

    PriceLimit next(BigInteger seen, long nowMillis) {
        long left = (WINDOW_MILLIS - Math.min(WINDOW_MILLIS, nowMillis - sinceMillis)) / 1000;
        if (left == 0 || price.signum() == 0) {
            return new PriceLimit(seen, BigInteger.ZERO, nowMillis);
        }
        boolean risen = seen.compareTo(price) > 0;
        BigInteger ratio = (risen ? price : seen).multiply(ONE).divide(risen ? seen : price);
        BigInteger taken = seen;
        if (ratio.compareTo(LEAST_RATIO) < 0) {
            ratio = LEAST_RATIO;
            taken = risen
                    ? price.multiply(MOST).divide(ONE)
                    : price.multiply(ONE).divide(MOST);
        }
        BigInteger step = ONE.add(fee).subtract(ratio.pow(3).divide(ONE.multiply(ONE)));
        return new PriceLimit(
                taken,
                step.multiply(BigInteger.valueOf(left)).divide(BigInteger.valueOf(WINDOW_MILLIS / 1000)),
                nowMillis);
    }
}
