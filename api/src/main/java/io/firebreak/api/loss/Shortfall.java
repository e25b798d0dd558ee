package io.firebreak.api.loss;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.vavr.collection.Seq;

/**
 * What is missing at a venue.
 *
 * @param missing base units still to be borne, of the asset that is owed
 * @param account the ledger account that is negative by it; paying into it bears the loss
 * @param estates lots that were forfeited and still hold something, ascending: whoever sells them works for the treasury
 */
public record Shortfall(Parcel missing, AccountId account, Seq<AccountId> estates) {
    /** How much of it so much pays. */
    public long payable(long available) {
        return Math.max(0, Math.min(missing.units(), available));
    }
}
