package io.firebreak.lending.trove;

import io.firebreak.api.number.Exact;
import java.math.BigInteger;

/**
 * What redemptions add to all fees: it rises with each, by half of the redeemed part of the supply, and halves in twelve hours.
 *
 * @param rate in 10⁻¹⁸
 * @param sinceMillis when it last changed
 * @source Liquity v1 b9dcdbd3: TroveManager.sol, LiquityMath.sol
 */
public record BaseRate(long rate, long sinceMillis) {
    /** 10¹⁸: one. */
    public static final long ONE = 1_000_000_000_000_000_000L;

    static final BaseRate NONE = new BaseRate(0, 0);

    private static final BigInteger UNIT = BigInteger.valueOf(ONE);
    private static final BigInteger HALF = BigInteger.valueOf(ONE / 2);
    /** A half, to the 720th root. */
    private static final long DECAY_PER_MINUTE = 999_037_758_833_783_000L;
    /** A thousand years: nothing is left then. */
    private static final long MOST_MINUTES = 525_600_000;

    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long BETA = 2;

    /** Whole minutes in a span. */
    static long minutes(long millis) {
        return millis / MILLIS_PER_MINUTE;
    }

    /** {@code base} to a power, in 10⁻¹⁸, each product rounded to the nearest. */
    static BigInteger power(BigInteger base, long exponent) {
        BigInteger result = UNIT;
        BigInteger square = base;
        long left = Math.min(exponent, MOST_MINUTES);
        if (left == 0) {
            return UNIT;
        }
        while (left > 1) {
            result = left % 2 == 0 ? result : times(square, result);
            square = times(square, square);
            left /= 2;
        }
        return times(square, result);
    }

    private static BigInteger times(BigInteger a, BigInteger b) {
        return a.multiply(b).add(HALF).divide(UNIT);
    }

    /** As it stands at a time; it counts whole minutes, and a minute that is under way goes on. */
    BaseRate decayed(long nowMillis) {
        long minutes = minutes(nowMillis - sinceMillis);
        if (minutes < 1) {
            return this;
        }
        BigInteger left = power(BigInteger.valueOf(DECAY_PER_MINUTE), minutes);
        return new BaseRate(BigInteger.valueOf(rate).multiply(left).divide(UNIT).longValueExact(), nowMillis);
    }

    /** After that much of a supply was redeemed. */
    BaseRate raised(long redeemed, long supply) {
        long added = Exact.mulDivDown(redeemed, ONE, supply) / BETA;
        return new BaseRate(Math.min(ONE, Math.addExact(rate, added)), sinceMillis);
    }
}
