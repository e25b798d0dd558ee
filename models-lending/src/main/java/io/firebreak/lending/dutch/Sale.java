package io.firebreak.lending.dutch;

import io.firebreak.api.ledger.Pair;
import io.firebreak.api.number.Decimal;

/**
 * One sale at a falling price, of a lot or of a position that stays in its account.
 *
 * @param tab what is still to be raised, positive; 0 of a position, which is sold until its account is safe
 * @param top the price at the start, whole units of want per whole unit of give
 */
public record Sale(Pair pair, long tab, Decimal top, long startMillis) {
    static Sale ofPosition(Pair pair, Decimal top, long startMillis) {
        return new Sale(pair, 0, top, startMillis);
    }

    boolean isOfPosition() {
        return tab == 0;
    }
}
