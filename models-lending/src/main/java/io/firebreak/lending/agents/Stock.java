package io.firebreak.lending.agents;

import io.firebreak.api.ledger.Asset;
import io.vavr.collection.Vector;

/**
 * What was received and has not been sold.
 *
 * @param batches in the order in which they were received, and fall due
 */
public record Stock(Vector<Batch> batches) {
    public static final Stock NONE = new Stock(Vector.empty());

    /** Something received at one time, and from when on it is sold. */
    public record Batch(Asset asset, long units, long dueMillis) {}

    Stock add(Asset asset, long units, long dueMillis) {
        return units == 0 ? this : new Stock(batches.append(new Batch(asset, units, dueMillis)));
    }

    Vector<Batch> due(long now) {
        return nextMillis() > now ? Vector.empty() : batches.takeWhile(batch -> batch.dueMillis() <= now);
    }

    Stock without(Vector<Batch> sold) {
        return sold.isEmpty() ? this : new Stock(batches.drop(sold.size()));
    }

    /** When the next batch is due; {@link Long#MAX_VALUE} where there is none. */
    long nextMillis() {
        return batches.isEmpty() ? Long.MAX_VALUE : batches.head().dueMillis();
    }
}
