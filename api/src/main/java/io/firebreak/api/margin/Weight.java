package io.firebreak.api.margin;

import io.firebreak.api.number.Decimal;

/**
 * How much of a leg's value counts.
 *
 * @param held on what the account has: a liquidation threshold of 0.825, a long contract's 1 − maintenance margin
 * @param owed on what it owes: a minimum ratio of 1.5, a short contract's 1 + maintenance margin
 */
public record Weight(Decimal held, Decimal owed) {
    public static final Weight FULL = new Weight(Decimal.ONE, Decimal.ONE);
}
