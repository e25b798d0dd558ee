package io.firebreak.api.view;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.vavr.control.Option;

/**
 * What a mechanism may see, read-only. Reading never changes it; the same state and view give the same answer.
 */
public interface View {
    Block block();

    /** Balance in base units; negative where the account owes. */
    long balance(AccountId account, Asset asset);

    /** The price of an asset in the venue's numeraire by the venue's own feed; none before the first publication. */
    Option<Price> price(Asset asset);

    /** The mechanism's own ledger account: the only one from which it posts freely. */
    AccountId self();
}
