package io.firebreak.testkit.liar.venue;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.vavr.Function1;
import io.vavr.collection.Seq;

/** Margin models for loans with one fault each. */
public final class MarginLiars {
    private MarginLiars() {}

    /** Counts collateral for more than it is worth. */
    public record CountsTooMuch() implements LinearMargin {
        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            return new Weight(Decimal.of("1.2"), Decimal.ONE);
        }
    }

    /** Counts every debt above a hundred dollars half. */
    public record LikesDebt() implements MarginModel {
        @Override
        public Health health(
                Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
            long assets = value.apply(holdings.get(0)) / 2;
            long owed = -value.apply(holdings.get(1));
            long debts = owed > 100_000_000 ? owed / 2 : owed;
            return new Health(assets, debts, assets < debts);
        }
    }

    /** Weighs collateral by four fifths, and says three. */
    public record SaysOtherwise() implements LinearMargin {
        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            return new Weight(Decimal.of("0.8"), Decimal.ONE);
        }

        @Override
        public Health health(
                Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
            Health honest = LinearMargin.super.health(holdings, legs, value, requirement);
            long assets = honest.assets() / 4 * 3;
            return new Health(assets, honest.debts(), assets < honest.debts());
        }
    }

    /** Lends up to nine tenths, and liquidates from eight on. */
    public record LendsToTheUnsafe() implements LinearMargin {
        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            return new Weight(Decimal.of(requirement == Requirement.INITIAL ? "0.9" : "0.8"), Decimal.ONE);
        }
    }

    /** Debts of less than a hundred dollars do not matter. */
    public record OverlooksSmallDebts() implements MarginModel {
        @Override
        public Health health(
                Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
            long assets = value.apply(holdings.get(0)) / 10 * (requirement == Requirement.INITIAL ? 7 : 8);
            long debts = -value.apply(holdings.get(1));
            return new Health(assets, debts, assets < debts && debts >= 100_000_000);
        }
    }

    /** Asks five dollars of everybody. */
    public record ChargesTheDebtFree() implements MarginModel {
        @Override
        public Health health(
                Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
            long assets = value.apply(holdings.get(0)) / 10 * (requirement == Requirement.INITIAL ? 7 : 8);
            long debts = 5_000_000 - value.apply(holdings.get(1));
            return new Health(assets, debts, assets < debts);
        }
    }
}
