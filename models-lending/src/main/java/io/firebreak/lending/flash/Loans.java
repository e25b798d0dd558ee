package io.firebreak.lending.flash;

import io.firebreak.api.ledger.AccountId;
import io.vavr.collection.TreeMap;

/**
 * Loans of the action at work.
 *
 * @param owed what each borrower must return, fee included
 */
public record Loans(TreeMap<AccountId, Long> owed) {
    public static final Loans NONE = new Loans(TreeMap.empty());
}
