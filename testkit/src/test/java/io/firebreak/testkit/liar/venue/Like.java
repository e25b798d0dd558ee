package io.firebreak.testkit.liar.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.firebreak.testkit.reference.ReferenceLoan;
import io.firebreak.testkit.reference.ReferencePerp;
import io.firebreak.testkit.reference.ReferencePool;
import io.firebreak.testkit.world.Companions;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Reference venues to be wrong in one method. */
public final class Like {
    static final ReferenceLoan LOAN = (ReferenceLoan) Companions.loan().venue();
    static final ReferencePerp PERP = (ReferencePerp) Companions.perp().venue();
    static final ReferencePool POOL = (ReferencePool) Companions.pool().venue();

    private Like() {}

    /** A lending market. */
    public interface Loan extends MarginVenue<ReferenceLoan.Accrual> {
        @Override
        default Plan plan() {
            return LOAN.plan();
        }

        @Override
        default Seq<Leg> legs(VenueView view) {
            return LOAN.legs(view);
        }

        @Override
        default MarginModel margin() {
            return LOAN.margin();
        }

        @Override
        default Asset numeraire(VenueView view) {
            return LOAN.numeraire(view);
        }

        @Override
        default ReferenceLoan.Accrual initial() {
            return LOAN.initial();
        }

        @Override
        default Step<ReferenceLoan.Accrual> advance(ReferenceLoan.Accrual state, VenueView view) {
            return LOAN.advance(state, view);
        }

        @Override
        default Either<Rejection, Step<ReferenceLoan.Accrual>> act(
                ReferenceLoan.Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
            return LOAN.act(state, sender, action, view);
        }
    }

    /** A perpetual exchange. */
    public interface Perp extends MarginVenue<Nothing> {
        @Override
        default Plan plan() {
            return PERP.plan();
        }

        @Override
        default Seq<Leg> legs(VenueView view) {
            return PERP.legs(view);
        }

        @Override
        default MarginModel margin() {
            return PERP.margin();
        }

        @Override
        default Asset numeraire(VenueView view) {
            return PERP.numeraire(view);
        }

        @Override
        default Nothing initial() {
            return PERP.initial();
        }

        @Override
        default Step<Nothing> advance(Nothing state, VenueView view) {
            return PERP.advance(state, view);
        }

        @Override
        default Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            return PERP.act(state, sender, action, view);
        }

        @Override
        default Seq<Posting> settle(AccountId account, VenueView view) {
            return PERP.settle(account, view);
        }
    }

    /** A pool of two assets. */
    public interface Pool extends Venue<Nothing>, Quotes<Nothing> {
        @Override
        default Plan plan() {
            return POOL.plan();
        }

        @Override
        default Nothing initial() {
            return POOL.initial();
        }

        @Override
        default Step<Nothing> advance(Nothing state, VenueView view) {
            return POOL.advance(state, view);
        }

        @Override
        default Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            return POOL.act(state, sender, action, view);
        }

        @Override
        default long quote(Nothing state, Asset give, long units, Asset get, VenueView view) {
            return POOL.quote(state, give, units, get, view);
        }
    }
}
