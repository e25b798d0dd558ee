package io.firebreak.api.ledger;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import java.math.RoundingMode;

/**
 * Something whose balances sum to zero over all accounts: a base asset issued by {@code outside}, or a claim issued by a
 * venue.
 *
 * @param index its place in the ledger, dense from 0
 * @param symbol the name in scenarios and reports, for example {@code ETH} or {@code maker.debt}
 * @param decimals base units per whole unit as a power of ten, 0..9
 */
public record Asset(int index, String symbol, int decimals) {
    public static final int MAX_DECIMALS = 9;

    /** Base units of a whole-unit quantity, rounded down: 1.5 at 6 decimals is 1,500,000. */
    public long unitsDown(Decimal whole) {
        return Exact.convert(1, whole, Decimal.ONE, decimals, RoundingMode.DOWN);
    }

    /** A quantity in whole units, exact. */
    public Decimal whole(long units) {
        return new Decimal(units, decimals);
    }

    /** A quantity in whole units, for statistics. */
    public double wholeAsDouble(long units) {
        return whole(units).toDouble();
    }

    /** {@code 12.5 ETH}. */
    public String show(long units) {
        return whole(units) + " " + symbol;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Asset asset && asset.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
