package io.firebreak.api.margin;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;

/** One kind of holding that a venue's margin accounts may have: how it stands on the ledger and whence its price. */
public sealed interface Leg {
    Asset asset();

    PriceSource price();

    /** What a user deposits to have it: of a claim, what it redeems for. */
    default Asset deposited() {
        return price() instanceof PriceSource.Claim claim ? claim.of() : asset();
    }

    /** A plain holding, never negative: collateral, margin. */
    record Holding(Asset asset, PriceSource price) implements Leg {}

    /**
     * A debt that grows with a pool. The account holds {@code −s} of {@code shares}, the pool {@code +Σs}; the pool's
     * balance of {@code asset} is minus the total debt, so interest is one posting. The account owes {@code ceil(s · total ÷
     * Σs)}.
     */
    record SharedDebt(Asset asset, Asset shares, AccountId pool, PriceSource price) implements Leg {}

    /** A derivative contract, long if positive; {@code counterparty} holds the other side. */
    record Contract(Asset asset, PriceSource price, AccountId counterparty) implements Leg {}

    /**
     * The money leg of a contract, in units of {@code settlesIn}: negative is owed, positive is due. {@code counterparty}
     * holds the other side and pays or is paid when it is settled.
     */
    record Quote(Asset asset, Asset settlesIn, AccountId counterparty, PriceSource price) implements Leg {}
}
