package io.firebreak.lending.losses;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.loss.Bearing;
import io.firebreak.api.loss.LossModel;
import io.firebreak.api.loss.Shortfall;
import io.firebreak.api.loss.StandsInFor;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * Bears losses from a part of the venue's treasury: never more, of all that ever lay there, than a share, and in sum never
 * more than a limit.
 *
 * <p>A treasury of 1000 of which 30 % stand in pays 300, and 30 more once another 100 have come in.
 */
@About(
        value = "A share of the venue's treasury pays, up to a limit.",
        follows = "Aave v2 safety module: slashing of at most 30 %",
        simplifies = "the venue's own treasury stands in, not a stake of others")
public record Reserve(
        @Parameter(
                        value = "the part of all that ever lay in the treasury that stands in",
                        unit = "ratio",
                        preset = "30%",
                        min = "0",
                        max = "1",
                        source = "Aave v2 safety module: maximum slashing")
                Ratio share,
        @Parameter("most that it pays in sum; any where left out") Option<Parcel> limit)
        implements LossModel<TreeMap<Integer, Long>>, StandsInFor {
    /** What was paid, by number of the asset. */
    @Override
    public TreeMap<Integer, Long> initial() {
        return TreeMap.empty();
    }

    @Override
    public Bearing<TreeMap<Integer, Long>> bear(TreeMap<Integer, Long> state, Shortfall shortfall, MarginView view) {
        Asset asset = shortfall.missing().asset();
        long paid = state.get(asset.index()).getOrElse(0L);
        long ever = Math.max(0, view.balance(view.treasury(), asset)) + paid;
        long pays = shortfall.payable(most(asset, ever) - paid);
        return Bearing.paying(state.put(asset.index(), paid + pays), shortfall, pays);
    }

    private long most(Asset asset, long ever) {
        long stands = share.ofDown(ever);
        return limit.filter(parcel -> parcel.asset().equals(asset))
                .map(parcel -> Math.min(parcel.units(), stands))
                .getOrElse(stands);
    }

    @Override
    public Purse paysFrom() {
        return Purse.TREASURY;
    }
}
