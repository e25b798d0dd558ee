package io.firebreak.lending.batch;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.number.Decimal;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;

/**
 * Lots of one pair that are sold together.
 *
 * @param reserve least price, whole units of want per whole unit of give
 * @param closesMillis from when on no bid is taken
 * @param tabs what each lot is to raise
 * @param bids in the order of their arrival
 */
public record Batch(Pair pair, Decimal reserve, long closesMillis, TreeMap<AccountId, Long> tabs, Seq<Sealed> bids) {
    static Batch open(Pair pair, Decimal reserve, long closesMillis, TreeMap<AccountId, Long> tabs) {
        return new Batch(pair, reserve, closesMillis, tabs, Vector.empty());
    }

    /** The lot under whose number it is known. */
    AccountId first() {
        return tabs.head()._1;
    }

    Batch with(AccountId lot, long tab) {
        return new Batch(pair, reserve, closesMillis, tabs.put(lot, tab), bids);
    }

    Batch with(Sealed bid) {
        return new Batch(pair, reserve, closesMillis, tabs, bids.append(bid));
    }

    boolean takes(Pair other, long now) {
        return pair.equals(other) && now < closesMillis;
    }
}
