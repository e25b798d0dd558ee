package io.firebreak.api.ledger;

/**
 * An account of the ledger: a wallet, a margin account, a lot, a pool, or a mechanism's own account.
 *
 * @param index its place in the ledger, dense from 0, in the order of creation
 */
public record AccountId(int index) implements Comparable<AccountId> {
    @Override
    public int compareTo(AccountId other) {
        return Integer.compare(index, other.index);
    }
}
