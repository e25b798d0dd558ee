package io.firebreak.api.margin;

import io.firebreak.api.ledger.Pair;

/**
 * What a close factor applies to: a loan's debt, a position's contracts.
 *
 * @param pair the swap that reduces it
 * @param onWant whether {@code units} counts the wanted asset (a loan's debt, a short's contracts) or the given one (a
 *     long's contracts)
 * @param units base units, not negative
 */
public record Exposure(Pair pair, boolean onWant, long units) {}
