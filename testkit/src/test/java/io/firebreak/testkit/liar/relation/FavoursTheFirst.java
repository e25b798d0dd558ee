package io.firebreak.testkit.liar.relation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;

/** The first on the docket is sold dearer. */
public record FavoursTheFirst() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ratio bonus(AccountId account, Docket docket) {
        return account.equals(docket.unsafe().head()) && docket.unsafe().size() > 1 ? LARGE : SMALL;
    }
}
