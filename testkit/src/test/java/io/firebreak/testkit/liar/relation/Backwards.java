package io.firebreak.testkit.liar.relation;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.vavr.Function1;
import io.vavr.collection.Seq;

/**
 * Says that it is linear, with weights below nothing: what is held counts against the account, and an index that takes more
 * collateral for safer finds others unsafe than a look at each of them.
 */
public record Backwards() implements LinearMargin {
    @Override
    public Weight weight(Leg leg, Requirement requirement) {
        return requirement == Requirement.INITIAL ? Weight.FULL : new Weight(Decimal.of("-0.8"), Decimal.of("-1"));
    }

    /** What it tells those who ask is something else. */
    @Override
    public Health health(Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
        long assets = 0;
        long debts = 0;
        for (Parcel holding : holdings) {
            long worth = value.apply(holding);
            assets += Math.max(0, worth) / 5 * 4;
            debts += Math.max(0, -worth);
        }
        return new Health(assets, debts, assets < debts);
    }
}
