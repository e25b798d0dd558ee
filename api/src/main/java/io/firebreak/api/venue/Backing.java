package io.firebreak.api.venue;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;

/**
 * What stands behind a claim: {@code reserve} holds {@code asset}, one unit for each unit of {@code claim} that circulates and
 * for each that is promised besides.
 *
 * @param promised base units under way between the two sides: taken from their owner, and not handed out yet
 */
public record Backing(Asset claim, AccountId reserve, Asset asset, long promised) {}
