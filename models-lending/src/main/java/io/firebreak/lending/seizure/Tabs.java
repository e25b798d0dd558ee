package io.firebreak.lending.seizure;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * What open auctions are still to raise, of each asset.
 *
 * @param units by the number of the asset, none that is 0
 */
public record Tabs(TreeMap<Integer, Long> units) {
    public static final Tabs NONE = new Tabs(TreeMap.empty());

    public long of(Asset asset) {
        return units.getOrElse(asset.index(), 0L);
    }

    /** More of an asset, or less. */
    public Tabs plus(Asset asset, long change) {
        long sum = Math.addExact(of(asset), change);
        return new Tabs(sum == 0 ? units.remove(asset.index()) : units.put(asset.index(), sum));
    }

    /** How much of an asset may still be added; without end where the ceiling is of another, or none. */
    public long roomUnder(Option<Parcel> ceiling, Asset asset) {
        return ceiling.flatMap(most -> most.in(asset))
                .map(most -> most - of(asset))
                .getOrElse(Long.MAX_VALUE);
    }
}
