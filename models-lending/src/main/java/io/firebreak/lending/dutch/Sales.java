package io.firebreak.lending.dutch;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.lending.seizure.Tabs;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * The sales that are open.
 *
 * @param open by lot, or by account where it is of a position
 * @param tabs what they are to raise
 */
public record Sales(TreeMap<AccountId, Sale> open, Tabs tabs) {
    public static final Sales NONE = new Sales(TreeMap.empty(), Tabs.NONE);

    /** Starts a sale, or replaces it by what it has become. */
    Sales put(AccountId target, Sale sale) {
        return new Sales(
                open.put(target, sale),
                without(open.get(target)).plus(sale.pair().want(), sale.tab()));
    }

    Sales end(AccountId target) {
        Option<Sale> sale = open.get(target);
        return sale.isEmpty() ? this : new Sales(open.remove(target), without(sale));
    }

    private Tabs without(Option<Sale> sale) {
        return sale.fold(() -> tabs, known -> tabs.plus(known.pair().want(), -known.tab()));
    }
}
