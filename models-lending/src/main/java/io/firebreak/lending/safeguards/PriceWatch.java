package io.firebreak.lending.safeguards;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.collection.TreeMap;

/**
 * The prices of the last minutes.
 *
 * @param recent by index of the asset
 * @param haltEndMillis when the last halt ends
 */
public record PriceWatch(TreeMap<Integer, Track> recent, long haltEndMillis) {
    public static final PriceWatch NONE = new PriceWatch(TreeMap.empty(), Long.MIN_VALUE);

    /** A price, and what was replaced before {@code since} forgotten. */
    PriceWatch see(Asset asset, Decimal price, long since, long now) {
        Track track =
                recent.get(asset.index()).getOrElse(Track.NONE).since(since).see(price, now);
        return new PriceWatch(recent.put(asset.index(), track), haltEndMillis);
    }

    /** Whether a price lies that far from one that stood before it. */
    boolean moved(Ratio move) {
        return recent.values().exists(track -> track.moved(move));
    }

    /** Only the latest prices count from here. */
    PriceWatch haltedUntil(long millis) {
        return new PriceWatch(recent.mapValues(Track::latestAlone), millis);
    }
}
