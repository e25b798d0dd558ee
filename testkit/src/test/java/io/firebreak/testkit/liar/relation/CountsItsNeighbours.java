package io.firebreak.testkit.liar.relation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;

/** Looks at the number of its own account, and so at how many stand before it. */
public record CountsItsNeighbours() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ratio bonus(AccountId account, Docket docket) {
        return docket.view().self().index() > 11 ? LARGE : SMALL;
    }
}
