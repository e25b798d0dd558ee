package io.firebreak.api.ledger;

/**
 * The two assets of a swap between a margin account and a taker: the account gives one and gets the other.
 *
 * @param give what the account gives: a loan's collateral, a long's contracts, a short's quote
 * @param want what the account gets: a loan's debt asset, a long's quote, a short's contracts
 */
public record Pair(Asset give, Asset want) {}
