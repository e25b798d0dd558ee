package io.firebreak.lending.cover;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.Bearing.Outcome;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.loss.StandsInFor;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Option;

/** Bears losses with the capital of the cover pool that insures the venue, up to the cover that was bought. */
@About(
        value = "The cover pool that insures this venue pays, up to the cover that was bought.",
        follows = "Nexus Mutual v2: Assessment, Pool.sol, sendPayout",
        simplifies = "a claim is the loss itself, paid at once and in full: nobody assesses it")
public record Cover(@Parameter("what was bought: most that is paid in sum") Parcel bought)
        implements LossModel<Long>, StandsInFor {
    /** Nothing has been paid. */
    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public Bearing<Long> bear(Long paid, Shortfall shortfall, MarginView view) {
        if (view.cover().isEmpty() || !shortfall.missing().asset().equals(bought.asset())) {
            return Bearing.of(paid, Outcome.EXHAUSTED);
        }
        long capital = view.balance(view.cover().get(), bought.asset());
        long pays = shortfall.payable(Math.min(capital, bought.units() - paid));
        return Bearing.paying(paid + pays, shortfall, pays);
    }

    @Override
    public Option<Parcel> limit() {
        return Option.some(bought);
    }

    @Override
    public Purse paysFrom() {
        return Purse.COVER;
    }
}
