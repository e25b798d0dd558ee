package io.firebreak.testkit.liar.relation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;

/** Looks at what an asset is called. */
public record ReadsSymbols() implements Spread<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ratio bonus(AccountId account, Docket docket) {
        return docket.view().numeraire().symbol().startsWith("U") ? LARGE : SMALL;
    }
}
