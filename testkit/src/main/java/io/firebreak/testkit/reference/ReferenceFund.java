package io.firebreak.testkit.reference;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** Bears losses from a fund until it is empty. */
@About("A fund pays for losses until it is empty.")
public record ReferenceFund(@Parameter("what the fund holds when the run begins") Parcel capital)
        implements LossModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital);
    }

    @Override
    public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
        Parcel missing = shortfall.missing();
        long paid = Math.min(missing.units(), view.balance(view.self(), missing.asset()));
        return Bearing.of(state, paid == missing.units() ? Outcome.BORNE : Outcome.EXHAUSTED)
                .pay(shortfall.account(), missing.asset(), paid);
    }
}
