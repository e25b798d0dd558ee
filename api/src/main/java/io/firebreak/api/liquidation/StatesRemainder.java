package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.Asset;

/** A liquidation model that never leaves a remainder too small for anybody to take, and says how small that is. */
public interface StatesRemainder {
    /** Least base units of the wanted asset that an offer asks for after a part was taken; 0: any. */
    long leastRemainder(Asset wanted);
}
