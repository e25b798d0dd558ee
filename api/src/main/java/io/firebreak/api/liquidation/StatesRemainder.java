package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.Asset;

/** A liquidation model that never leaves a remainder too small for anybody to take, and says how small that is. */
public interface StatesRemainder {
    /** Least base units of the wanted asset that an offer asks for after a part was taken; 0: any. */
    long leastRemainder(Asset wanted);

    /**
     * Least base units of a debt that a lot is seized with, where it is not all of it, and that the account is left with, where
     * it is left with any; 0: any. No offer for a lot may be left smaller. Of an account with several debts or collaterals the
     * part counts that stands for one of each.
     */
    default long leastDebt(Asset owed) {
        return 0;
    }
}
