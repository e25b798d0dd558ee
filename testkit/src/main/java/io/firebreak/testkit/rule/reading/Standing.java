package io.firebreak.testkit.rule.reading;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** A margin account as its margin model is asked about it, read off the books anew. */
public final class Standing {
    private final MarginModel model;
    private final Seq<Leg> legs;
    private final Seq<Decimal> prices;
    private final Asset numeraire;
    private final long[] holdings;
    /** By the number of the asset. */
    private final int[] legOf;

    private final Map<Requirement, Health> healths = new EnumMap<>(Requirement.class);

    private Standing(
            MarginModel model, Seq<Leg> legs, int[] legOf, Seq<Decimal> prices, Asset numeraire, long[] holdings) {
        this.model = model;
        this.legs = legs;
        this.legOf = legOf;
        this.prices = prices;
        this.numeraire = numeraire;
        this.holdings = holdings;
    }

    public MarginModel model() {
        return model;
    }

    public Seq<Leg> legs() {
        return legs;
    }

    /** Signed units of a leg, a debt's rounded against the account. */
    public long holding(int leg) {
        return holdings[leg];
    }

    /** An account of a venue with margin accounts whose prices are all there. */
    public static Standing of(Scene scene, int venue, int account) {
        Seq<Leg> legs = scene.legs(venue);
        long[] holdings = new long[legs.size()];
        int[] legOf = new int[scene.assetCount()];
        Arrays.fill(legOf, -1);
        for (int leg = holdings.length - 1; leg >= 0; leg--) {
            legOf[legs.get(leg).asset().index()] = leg;
            holdings[leg] =
                    scene.view(venue).holding(scene.id(account), legs.get(leg).asset());
        }
        MarginView view = scene.view(venue);
        return new Standing(
                scene.margin(venue).get(),
                legs,
                legOf,
                legs.map(leg -> view.price(leg.asset()).get().value()),
                view.numeraire(),
                holdings);
    }

    public Health health(Requirement requirement) {
        return healths.computeIfAbsent(
                requirement,
                asked -> model.health(
                        Array.tabulate(
                                holdings.length, leg -> new Parcel(legs.get(leg).asset(), holdings[leg])),
                        legs,
                        parcel -> value(legOf[parcel.asset().index()], parcel.units()),
                        asked));
    }

    /** Whether it is below a requirement: exactly, where the margin model is linear. */
    public boolean isBelow(Requirement requirement) {
        if (!(model instanceof LinearMargin linear)) {
            return health(requirement).unsafe();
        }
        BigDecimal surplus = BigDecimal.ZERO;
        for (int leg = 0; leg < holdings.length; leg++) {
            Weight weight = linear.weight(legs.get(leg), requirement);
            Decimal counts = holdings[leg] > 0 ? weight.held() : weight.owed();
            surplus = surplus.add(prices.get(leg)
                    .toBigDecimal()
                    .multiply(BigDecimal.valueOf(
                            holdings[leg], legs.get(leg).asset().decimals()))
                    .multiply(counts.toBigDecimal()));
        }
        long fixed = owes() ? linear.fixedRequirement() : 0;
        return surplus.compareTo(BigDecimal.valueOf(fixed, numeraire.decimals())) < 0;
    }

    public boolean owes() {
        for (long units : holdings) {
            if (units < 0) {
                return true;
            }
        }
        return false;
    }

    /** The same with so many units of a leg. */
    public Standing with(int leg, long units) {
        long[] changed = holdings.clone();
        changed[leg] = units;
        return new Standing(model, legs, legOf, prices, numeraire, changed);
    }

    public long worth(int leg) {
        return value(leg, holdings[leg]);
    }

    private long value(int leg, long units) {
        return Purse.worth(units, legs.get(leg).asset(), prices.get(leg), numeraire);
    }
}
