package io.firebreak.testkit.rule;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.core.engine.Scene;
import io.vavr.Function1;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/**
 * A margin account as its margin model is asked about it, read off the books anew.
 *
 * @param value what a parcel is worth at the venue's prices, rounded against the account
 */
record Standing(MarginModel model, Seq<Leg> legs, long[] holdings, Function1<Parcel, Long> value) {
    /** An account of a venue with margin accounts whose prices are all there. */
    static Standing of(Scene scene, int venue, int account) {
        Seq<Leg> legs = scene.legs(venue);
        long[] holdings = new long[legs.size()];
        for (int leg = 0; leg < holdings.length; leg++) {
            holdings[leg] =
                    scene.view(venue).holding(scene.id(account), legs.get(leg).asset());
        }
        Asset numeraire = scene.view(venue).numeraire();
        return new Standing(
                scene.margin(venue).get(),
                legs,
                holdings,
                parcel -> Purse.worth(scene, venue, numeraire, parcel.asset(), parcel.units()));
    }

    Health health(Requirement requirement) {
        return model.health(
                Array.tabulate(holdings.length, leg -> new Parcel(legs.get(leg).asset(), holdings[leg])),
                legs,
                value,
                requirement);
    }

    /** The same with so many units of a leg. */
    Standing with(int leg, long units) {
        long[] changed = holdings.clone();
        changed[leg] = units;
        return new Standing(model, legs, changed, value);
    }

    long worth(int leg) {
        return value.apply(new Parcel(legs.get(leg).asset(), holdings[leg]));
    }
}
