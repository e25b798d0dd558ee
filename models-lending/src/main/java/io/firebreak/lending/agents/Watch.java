package io.firebreak.lending.agents;

import io.firebreak.api.ledger.AccountId;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * What an opportunist remembers.
 *
 * @param vault the account that it is at work on
 * @param leads auctions of its campaigns in which it leads, or won, by lot
 * @param found auctions that others started and nobody bid in, and it leads, or won, by lot
 * @param unbid auctions without a bid, and since when, by lot
 * @param bids auctions in which somebody pays something, and what the next bid there must be, by lot
 * @param paidMillis when it last saw somebody bid more than nothing; negative before
 * @param stock what it received and has not sold
 * @param lane what it may still send
 */
public record Watch(
        Option<AccountId> vault,
        TreeMap<AccountId, Lead> leads,
        TreeMap<AccountId, Lead> found,
        TreeMap<AccountId, Long> unbid,
        TreeMap<AccountId, Long> bids,
        long paidMillis,
        Stock stock,
        Allowance lane) {
    public static final Watch NONE = new Watch(
            Option.none(),
            TreeMap.empty(),
            TreeMap.empty(),
            TreeMap.empty(),
            TreeMap.empty(),
            -1,
            Stock.NONE,
            Allowance.FRESH);
}
