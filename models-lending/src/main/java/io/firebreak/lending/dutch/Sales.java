package io.firebreak.lending.dutch;

import io.firebreak.api.ledger.AccountId;
import io.vavr.collection.TreeMap;

/**
 * The sales that are open.
 *
 * @param open by lot
 * @param tab the sum of their tabs
 */
public record Sales(TreeMap<AccountId, Sale> open, long tab) {
    public static final Sales NONE = new Sales(TreeMap.empty(), 0);

    /** Starts a sale, or replaces it by what it has become. */
    Sales put(AccountId lot, Sale sale) {
        long before = open.get(lot).map(Sale::tab).getOrElse(0L);
        return new Sales(open.put(lot, sale), Math.addExact(tab, sale.tab() - before));
    }

    Sales end(AccountId lot) {
        return new Sales(open.remove(lot), tab - open.get(lot).map(Sale::tab).getOrElse(0L));
    }
}
