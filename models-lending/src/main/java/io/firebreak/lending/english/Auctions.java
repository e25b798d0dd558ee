package io.firebreak.lending.english;

import io.firebreak.api.ledger.AccountId;
import io.vavr.collection.TreeMap;

/**
 * The auctions that are open.
 *
 * @param open by lot
 * @param tab the sum of their tabs
 */
public record Auctions(TreeMap<AccountId, Auction> open, long tab) {
    public static final Auctions NONE = new Auctions(TreeMap.empty(), 0);

    Auctions start(AccountId lot, Auction auction) {
        return new Auctions(open.put(lot, auction), Math.addExact(tab, auction.tab()));
    }

    Auctions update(AccountId lot, Auction auction) {
        return new Auctions(open.put(lot, auction), tab);
    }

    Auctions end(AccountId lot, Auction auction) {
        return new Auctions(open.remove(lot), tab - auction.tab());
    }
}
