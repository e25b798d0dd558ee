package io.firebreak.amm.pool;

import io.firebreak.api.ledger.Asset;
import io.vavr.collection.Seq;
import java.math.BigInteger;

/** Between base units and the 18 decimals in which the curves of some protocols are computed. */
final class Scale {
    static final int DECIMALS = 18;
    static final BigInteger ONE = BigInteger.TEN.pow(DECIMALS);
    private static final BigInteger[] FACTORS = new BigInteger[Asset.MAX_DECIMALS + 1];

    static {
        for (int decimals = 0; decimals < FACTORS.length; decimals++) {
            FACTORS[decimals] = BigInteger.TEN.pow(DECIMALS - decimals);
        }
    }

    private Scale() {}

    /** Exact. */
    static BigInteger up(long units, int decimals) {
        return BigInteger.valueOf(units).multiply(FACTORS[decimals]);
    }

    /** Exact. */
    static BigInteger[] up(Reserves reserves, Seq<Asset> assets) {
        BigInteger[] scaled = new BigInteger[reserves.size()];
        for (int at = 0; at < scaled.length; at++) {
            scaled[at] = up(reserves.units(at), assets.get(at).decimals());
        }
        return scaled;
    }

    /** Base units, rounded down; {@link ArithmeticException} where there are too many for a {@code long}. */
    static long down(BigInteger scaled, int decimals) {
        return scaled.divide(FACTORS[decimals]).longValueExact();
    }
}
