package io.firebreak.api.ledger;

/**
 * An account of the ledger: a wallet, a margin account, a lot, a pool, or a mechanism's own account.
 *
 * @param index its place in the ledger, dense from 0, in the order of creation
 */
public record AccountId(int index) implements Comparable<AccountId> {
    /**
     * Stands for the lot that an earlier step of the same bundle opened, in an action of an agent.
     *
     * @param step counted from 0
     */
    public static AccountId openedBy(int step) {
        return new AccountId(-1 - step);
    }

    @Override
    public int compareTo(AccountId other) {
        return Integer.compare(index, other.index);
    }
}
