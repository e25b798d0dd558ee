package io.firebreak.api.ledger;

/**
 * Moves {@code units} of {@code asset} from one account to another; the sum over all accounts stays zero.
 *
 * @param units base units, not negative
 */
public record Posting(AccountId from, AccountId to, Asset asset, long units) {}
