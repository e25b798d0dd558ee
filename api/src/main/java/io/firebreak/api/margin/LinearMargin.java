package io.firebreak.api.margin;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Exact;
import io.vavr.Function1;
import io.vavr.collection.Seq;

/**
 * A margin model whose surplus is a sum of holding × price × weight, less a fixed charge: unsafe where {@code Σ held·p·w <
 * Σ owed·p·w + fixed}.
 *
 * <p>The engine evaluates the sign exactly from the weights; {@link #health} is the same sum on rounded values.
 */
public interface LinearMargin extends MarginModel {
    Weight weight(Leg leg, Requirement requirement);

    /** What every account with an exposure must hold besides, in numeraire base units: a fixed liquidation fee, say. */
    default long fixedRequirement() {
        return 0;
    }

    @Override
    default Health health(Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
        long assets = 0;
        long debts = 0;
        for (int i = 0; i < holdings.size(); i++) {
            Parcel holding = holdings.get(i);
            Weight weight = weight(legs.get(i), requirement);
            long worth = value.apply(holding);
            if (worth >= 0) {
                assets += Exact.timesDown(worth, weight.held());
            } else {
                debts += Exact.timesUp(-worth, weight.owed());
            }
        }
        debts += debts > 0 ? fixedRequirement() : 0;
        return new Health(assets, debts, assets < debts);
    }
}
