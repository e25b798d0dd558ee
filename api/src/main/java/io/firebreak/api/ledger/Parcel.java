package io.firebreak.api.ledger;

import io.vavr.control.Option;

/**
 * A quantity of one asset, signed where it stands for a holding: {@code −1500 DAI} is a debt.
 *
 * @param units base units
 */
public record Parcel(Asset asset, long units) {
    /** Its units, where it is of that asset: what a limit means for it. */
    public Option<Long> in(Asset of) {
        return Option.when(asset.equals(of), units);
    }

    @Override
    public String toString() {
        return asset.show(units);
    }
}
