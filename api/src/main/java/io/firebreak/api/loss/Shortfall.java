package io.firebreak.api.loss;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;

/**
 * What is missing at a venue.
 *
 * @param missing base units still to be borne, of the asset that is owed
 * @param account the ledger account that is negative by it; paying into it bears the loss
 */
public record Shortfall(Parcel missing, AccountId account) {}
