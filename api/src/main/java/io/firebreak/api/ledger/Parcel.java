package io.firebreak.api.ledger;

/**
 * A quantity of one asset, signed where it stands for a holding: {@code −1500 DAI} is a debt.
 *
 * @param units base units
 */
public record Parcel(Asset asset, long units) {
    @Override
    public String toString() {
        return asset.show(units);
    }
}
