package io.firebreak.lending.cover;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.loss.StandsInFor;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;

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
        Asset asset = shortfall.missing().asset();
        long capital = view.cover().map(pool -> view.balance(pool, asset)).getOrElse(0L);
        long pays = shortfall.payable(most(asset, capital + paid) - paid);
        return Bearing.paying(paid + pays, shortfall, pays);
    }

    @Override
    public long most(Asset asset, long ever) {
        return asset.equals(bought.asset()) ? Math.min(ever, bought.units()) : 0;
    }

    @Override
    public Purse paysFrom() {
        return Purse.COVER;
    }
}
