package io.firebreak.lending.english;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.lending.seizure.Tabs;
import io.vavr.collection.TreeMap;

/**
 * The auctions that are open.
 *
 * @param open by lot
 * @param tabs what they are to raise
 */
public record Auctions(TreeMap<AccountId, Auction> open, Tabs tabs) {
    public static final Auctions NONE = new Auctions(TreeMap.empty(), Tabs.NONE);

    Auctions start(AccountId lot, Auction auction) {
        return new Auctions(open.put(lot, auction), tabs.plus(auction.pair().want(), auction.tab()));
    }

    Auctions update(AccountId lot, Auction auction) {
        return new Auctions(open.put(lot, auction), tabs);
    }

    Auctions end(AccountId lot, Auction auction) {
        return new Auctions(open.remove(lot), tabs.plus(auction.pair().want(), -auction.tab()));
    }
}
