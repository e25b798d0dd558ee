package io.firebreak.testkit.liar.relation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;

/** Another bonus on every other day. */
public record KnowsTheDay() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ratio bonus(AccountId account, Docket docket) {
        return docket.view().block().timeMillis() / 86_400_000 % 2 == 1 ? LARGE : SMALL;
    }
}
