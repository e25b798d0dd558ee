package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;

/**
 * An offer as a taker sees it now.
 *
 * @param mostGive most base units that the target gives
 * @param mostWant most base units that the target wants
 */
public record StandingOffer(AccountId target, Pair pair, long mostGive, long mostWant, Ask ask, AskPrice price) {}
