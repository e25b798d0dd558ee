package io.firebreak.testkit.liar.relation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;

/** A larger bonus on what is owed above a hundred units of account, a number that it tells nobody. */
public record GenerousToTheLarge() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ratio bonus(AccountId account, Docket docket) {
        return docket.view().health(account, Requirement.MAINTENANCE).debts() > 100_000_000 ? LARGE : SMALL;
    }
}
