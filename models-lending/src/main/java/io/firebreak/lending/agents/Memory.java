package io.firebreak.lending.agents;

import io.firebreak.api.ledger.AccountId;
import io.vavr.collection.TreeMap;

/**
 * What a keeper remembers.
 *
 * @param bornMillis when it first looked; negative before
 * @param pending what its bids on the way need of its capital, by target
 * @param leads auctions in which it leads, or won, by lot
 * @param stock what it received and has not sold
 * @param kicks what it may still kick
 * @param actions what it may still send besides
 */
public record Memory(
        long bornMillis,
        TreeMap<AccountId, Long> pending,
        TreeMap<AccountId, Lead> leads,
        Stock stock,
        Allowance kicks,
        Allowance actions) {
    public static final Memory NONE =
            new Memory(-1, TreeMap.empty(), TreeMap.empty(), Stock.NONE, Allowance.FRESH, Allowance.FRESH);

    Memory bornAt(long millis) {
        return new Memory(millis, pending, leads, stock, kicks, actions);
    }

    Memory withPending(TreeMap<AccountId, Long> next) {
        return new Memory(bornMillis, next, leads, stock, kicks, actions);
    }

    Memory withLeads(TreeMap<AccountId, Lead> next) {
        return new Memory(bornMillis, pending, next, stock, kicks, actions);
    }

    Memory withStock(Stock next) {
        return new Memory(bornMillis, pending, leads, next, kicks, actions);
    }

    Memory withKicks(Allowance next) {
        return new Memory(bornMillis, pending, leads, stock, next, actions);
    }

    Memory withActions(Allowance next) {
        return new Memory(bornMillis, pending, leads, stock, kicks, next);
    }
}
