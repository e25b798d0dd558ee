package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** Bears a loss from a fund set aside for it, until the fund is empty. */
@About("A fund set aside for losses pays until it is empty.")
public record InsuranceFund(@Parameter("what the fund holds when the run begins") Parcel capital)
        implements LossModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
        return Bearing.paying(
                state, shortfall, view.balance(view.self(), shortfall.missing().asset()));
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(capital);
    }
}
