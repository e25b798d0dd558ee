package io.firebreak.amm.metric;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/**
 * What one share of a pool stands for at a moment. Per share, so that who joins and leaves makes no difference.
 *
 * @param pool the account that holds the reserves and owes the shares
 * @param units whole units of each asset behind a whole share
 * @param worths what a whole unit of each was worth outside
 */
public record PoolShare(AccountId pool, Map<Asset, Double> units, Map<Asset, Double> worths) {

    /** As it is now, looked for by name; none while nobody has shares, or something in it has no price. */
    static Option<PoolShare> find(VenueRef venue, RunView view) {
        return view.account(venue.name() + "/pool").flatMap(pool -> of(pool, view));
    }

    /** As it is now. */
    Option<PoolShare> now(RunView view) {
        return of(pool, view);
    }

    private static Option<PoolShare> of(AccountId pool, RunView view) {
        double shares = 0;
        Map<Asset, Double> held = LinkedHashMap.empty();
        Map<Asset, Double> worths = LinkedHashMap.empty();
        for (Asset asset : view.assets()) {
            double units = asset.wholeAsDouble(view.balance(pool, asset));
            if (units < 0) {
                shares = -units;
            } else if (units > 0) {
                held = held.put(asset, units);
                worths = worths.put(asset, view.worth(asset));
            }
        }
        double issued = shares;
        return Option.when(
                issued > 0 && worths.values().forAll(worth -> worth > 0),
                new PoolShare(pool, held.mapValues(units -> units / issued), worths));
    }

    double value() {
        return worthOf(units);
    }

    /** What other units are worth at these prices; what has no price here any more counts for nothing. */
    private double worthOf(Map<Asset, Double> others) {
        double sum = 0;
        for (Asset asset : others.keySet()) {
            sum += others.get(asset).get() * worths.get(asset).getOrElse(0.0);
        }
        return sum;
    }

    /** What these units came to at later prices, had they been held. */
    double heldUntil(PoolShare later) {
        return later.worthOf(units);
    }

    /** The square of the logarithmic return of one asset in the other, of two. */
    double squaredReturn(PoolShare later) {
        double[] moves = worths.keySet()
                .toJavaStream()
                .mapToDouble(asset -> StrictMath.log(later.worths.get(asset).getOrElse(Double.NaN)
                        / worths.get(asset).get()))
                .toArray();
        return moves.length == 2 ? (moves[0] - moves[1]) * (moves[0] - moves[1]) : Double.NaN;
    }
}
