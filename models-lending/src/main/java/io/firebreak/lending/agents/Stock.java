package io.firebreak.lending.agents;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What was received and has not been sold.
 *
 * @param batches in the order in which they were received, and fall due
 */
public record Stock(Vector<Batch> batches) {
    public static final Stock NONE = new Stock(Vector.empty());

    /** Something received at one time, and from when on it is sold. */
    public record Batch(Parcel parcel, long dueMillis) {}

    Stock add(Parcel parcel, long dueMillis) {
        return parcel.units() == 0 ? this : new Stock(batches.append(new Batch(parcel, dueMillis)));
    }

    Stock addAll(Option<Parcel> parcels, long dueMillis) {
        return parcels.map(parcel -> add(parcel, dueMillis)).getOrElse(this);
    }

    static long sum(Vector<Batch> batches, Asset asset) {
        return batches.map(Batch::parcel)
                .foldLeft(0L, (sum, parcel) -> parcel.asset().equals(asset) ? sum + parcel.units() : sum);
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
