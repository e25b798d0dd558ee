package io.firebreak.lending.safeguards;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;

/**
 * The prices of the last minutes.
 *
 * @param recent by index of the asset: each price with the time since which it stands, oldest first
 * @param haltEndMillis when the last halt ends
 */
public record PriceWatch(TreeMap<Integer, Vector<Seen>> recent, long haltEndMillis) {
    public static final PriceWatch NONE = new PriceWatch(TreeMap.empty(), Long.MIN_VALUE);

    /** A price and the time from which it stood. */
    public record Seen(Decimal price, long sinceMillis) {}

    /** Forgets what was replaced before that time. */
    PriceWatch since(long millis) {
        boolean stale = recent.exists(entry -> stale(entry._2, millis));
        return stale ? new PriceWatch(recent.mapValues(prices -> forget(prices, millis)), haltEndMillis) : this;
    }

    private static boolean stale(Vector<Seen> prices, long millis) {
        return prices.size() > 1 && prices.get(1).sinceMillis() <= millis;
    }

    private static Vector<Seen> forget(Vector<Seen> prices, long millis) {
        Vector<Seen> rest = prices;
        while (stale(rest, millis)) {
            rest = rest.tail();
        }
        return rest;
    }

    PriceWatch see(Asset asset, Decimal price, long now) {
        Vector<Seen> before = recent.get(asset.index()).getOrElse(Vector.empty());
        return before.nonEmpty() && before.last().price().equals(price)
                ? this
                : new PriceWatch(recent.put(asset.index(), before.append(new Seen(price, now))), haltEndMillis);
    }

    /** Whether a price lies that far from one that stood before it. */
    boolean moved(Ratio move) {
        return recent.values().exists(prices -> prices.init()
                .exists(then -> far(then.price(), prices.last().price(), move)));
    }

    private static boolean far(Decimal then, Decimal now, Ratio move) {
        return now.toBigDecimal()
                        .subtract(then.toBigDecimal())
                        .abs()
                        .compareTo(then.toBigDecimal().multiply(move.value().toBigDecimal()))
                >= 0;
    }

    /** Only the latest prices count from here. */
    PriceWatch haltedUntil(long millis) {
        return new PriceWatch(recent.mapValues(prices -> Vector.of(prices.last())), millis);
    }
}
