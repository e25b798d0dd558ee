package io.firebreak.lending.dutch;

import io.firebreak.api.ledger.Pair;
import io.firebreak.api.number.Decimal;

/**
 * One sale of a lot at a falling price.
 *
 * @param tab what is still to be raised
 * @param top the price at the start, whole units of want per whole unit of give
 */
public record Sale(Pair pair, long tab, Decimal top, long startMillis) {}
