package io.firebreak.testkit.liar.liquidation;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Health;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.LinearMargin;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.firebreak.testkit.reference.LoanToValue;
import io.firebreak.testkit.reference.ReferenceLoan;
import io.firebreak.testkit.reference.ReferenceLoan.Accrual;
import io.firebreak.testkit.reference.ReferencePerp;
import io.firebreak.testkit.world.Setting;
import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Liars among venues and margin models. */
public final class LoanLiars {
    private LoanLiars() {}

    /** A lending market, honest but for what a liar overrides. */
    interface AlmostLoan extends MarginVenue<Accrual> {
        ReferenceLoan HONEST = new ReferenceLoan(
                Setting.ETH, Setting.USD, Setting.ORACLE, Ratio.of("0.8"), Ratio.of("0.75"), Rate.perYear("0.05"));

        @Override
        default Plan plan() {
            return HONEST.plan();
        }

        @Override
        default Seq<Leg> legs(VenueView view) {
            return HONEST.legs(view);
        }

        @Override
        default MarginModel margin() {
            return HONEST.margin();
        }

        @Override
        default Asset numeraire(VenueView view) {
            return HONEST.numeraire(view);
        }

        @Override
        default Accrual initial() {
            return HONEST.initial();
        }

        @Override
        default Step<Accrual> advance(Accrual state, VenueView view) {
            return HONEST.advance(state, view);
        }

        @Override
        default Either<Rejection, Step<Accrual>> act(
                Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
            return HONEST.act(state, sender, action, view).map(step -> lie(step, sender, action, view));
        }

        /** What it does instead of an honest step. */
        default Step<Accrual> lie(Step<Accrual> honest, AccountId sender, Action.AtVenue action, VenueView view) {
            return honest;
        }
    }

    /** Takes a present for every depositor from the rest of the world. */
    public record DebitsAStranger() implements AlmostLoan {
        @Override
        public Step<Accrual> lie(Step<Accrual> honest, AccountId sender, Action.AtVenue action, VenueView view) {
            return action instanceof Action.Deposit ? honest.move(view.outside(), sender, Setting.USD, 1) : honest;
        }
    }

    /** Charges a deposit in a claim that is no leg: a debt that the margin model does not see. */
    public record HidesADebt() implements AlmostLoan {
        @Override
        public Plan plan() {
            return HONEST.plan().claim("fee", 6, Plan.Kind.CONTRACT);
        }

        @Override
        public Step<Accrual> lie(Step<Accrual> honest, AccountId sender, Action.AtVenue action, VenueView view) {
            return action instanceof Action.Deposit
                    ? honest.move(view.marginAccount(sender), view.treasury(), view.issued("fee"), 1)
                    : honest;
        }
    }

    /** Lends, and notes no debt. */
    public record LendsWithoutADebt() implements AlmostLoan {
        @Override
        public Step<Accrual> lie(Step<Accrual> honest, AccountId sender, Action.AtVenue action, VenueView view) {
            return action instanceof Action.Borrow
                    ? Step.of(honest.state()).move(view.own("debt-pool"), sender, Setting.USD, honest.result())
                    : honest;
        }
    }

    /** Pays its suppliers an interest that no borrower owes. */
    public record InterestFromNowhere() implements AlmostLoan {
        @Override
        public Plan plan() {
            return HONEST.plan().own("yield", Setting.USD);
        }

        @Override
        public Step<Accrual> advance(Accrual state, VenueView view) {
            return HONEST.advance(state, view).move(view.own("yield"), view.own("reserve"), Setting.USD, 1);
        }
    }

    /** Settles what is left of a contract with a present from the rest of the world. */
    public record SettlesWithAStrangersMoney() implements MarginVenue<Nothing> {
        private static final ReferencePerp HONEST =
                new ReferencePerp(Setting.USD, Setting.ORACLE, Ratio.of("0.05"), Ratio.of("0.1"));

        @Override
        public Plan plan() {
            return HONEST.plan();
        }

        @Override
        public Seq<Leg> legs(VenueView view) {
            return HONEST.legs(view);
        }

        @Override
        public MarginModel margin() {
            return HONEST.margin();
        }

        @Override
        public Asset numeraire(VenueView view) {
            return HONEST.numeraire(view);
        }

        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Step<Nothing> advance(Nothing state, VenueView view) {
            return HONEST.advance(state, view);
        }

        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            return HONEST.act(state, sender, action, view);
        }

        @Override
        public Seq<Posting> settle(AccountId account, VenueView view) {
            return List.of(new Posting(view.outside(), account, Setting.USD, 1));
        }
    }

    /** Weighs more strictly than it says. */
    public record SaysSafeAndWeighsUnsafe() implements LinearMargin {
        private static final LoanToValue SAID = new LoanToValue(Ratio.of("0.95"), Ratio.of("0.75"));
        private static final Weight STRICT = new Weight(Decimal.of("0.76"), Decimal.ONE);

        @Override
        public Weight weight(Leg leg, Requirement requirement) {
            return requirement == Requirement.INITIAL ? SAID.weight(leg, requirement) : STRICT;
        }

        @Override
        public Health health(
                Seq<Parcel> holdings, Seq<Leg> legs, Function1<Parcel, Long> value, Requirement requirement) {
            return SAID.health(holdings, legs, value, requirement);
        }
    }
}
