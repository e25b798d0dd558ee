package io.firebreak.api.liquidation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.margin.MarginView;
import io.vavr.collection.Seq;

/**
 * What needs a decision now.
 *
 * @param unsafe unsafe accounts on which nothing of this model stands, ascending
 * @param cured accounts that were unsafe and no longer are, ascending
 * @param due targets whose timer has run out, ascending
 */
public record Docket(Seq<AccountId> unsafe, Seq<AccountId> cured, Seq<AccountId> due, MarginView view) {}
