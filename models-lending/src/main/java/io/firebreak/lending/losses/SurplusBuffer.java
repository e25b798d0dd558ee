package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.loss.StandsInFor;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.vavr.control.Option;

/** Bears a loss from the venue's own surplus: fees and penalties that lie in its treasury. */
@About(
        value = "The venue's treasury pays, down to a floor.",
        follows = "Maker dss vow.sol: heal",
        simplifies = "no delay: surplus is set off against bad debt in the block in which it appears")
public record SurplusBuffer(
        @Parameter(
                        value = "what stays in the treasury in any case; nothing without it",
                        source = "vow.sol: heal keeps nothing back; hump only bounds surplus auctions")
                Option<Parcel> floor)
        implements LossModel<Nothing>, StandsInFor {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Bearing<Nothing> bear(Nothing state, Shortfall shortfall, MarginView view) {
        Asset asset = shortfall.missing().asset();
        long kept = floor.filter(parcel -> parcel.asset().equals(asset))
                .map(Parcel::units)
                .getOrElse(0L);
        return Bearing.paying(state, shortfall, view.balance(view.treasury(), asset) - kept);
    }

    @Override
    public Purse paysFrom() {
        return Purse.TREASURY;
    }
}
