package io.firebreak.testkit.liar.relation;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.liquidation.Docket;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps a count outside its state: no two rulings are alike. */
public record CountsItsRuns() implements Spread<Nothing> {
    private static final AtomicLong RULINGS = new AtomicLong();

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Ratio bonus(AccountId account, Docket docket) {
        return new Ratio(new Decimal(500 + RULINGS.incrementAndGet() % 101, 4));
    }
}
