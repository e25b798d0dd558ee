package io.firebreak.lending.isolated;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Redeems;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.firebreak.lending.pooled.Accrual;
import io.firebreak.lending.pooled.LendingPool;
import io.firebreak.lending.pooled.PooledMargin;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * One loan asset against one collateral, apart from every other market: what goes wrong in it is its own lenders' loss and
 * nobody else's.
 *
 * <p>With the loss layer {@code socialise} a debt without collateral is taken off the lenders' account in the block in which
 * it arises.
 */
@About(
        value = "One pair: lenders of one asset, borrowers against one collateral up to a fixed loan-to-value.",
        follows = "Morpho Blue 3085651a: Morpho.sol",
        simplifies = "one threshold for borrowing and liquidation, no fee, no delegation, no callbacks")
public record IsolatedLending(
        @Parameter("what is lent, and what the venue counts in") Asset loan,
        @Parameter("what is pledged") Asset collateral,
        @Parameter("the price of the collateral in the loan asset") OracleRef oracle,
        @Parameter(
                        value = "an account that owes more than this share of its collateral's value may be liquidated",
                        unit = "ratio",
                        preset = "86%",
                        min = "0%",
                        max = "98%",
                        source = "Morpho Blue mainnet, wstETH/USDC")
                Ratio liquidationLoanToValue,
        @Parameter("what debts grow by") AdaptiveRate rate)
        implements MarginVenue<IsolatedLending.Standing>, Redeems<IsolatedLending.Standing> {
    /**
     * What it remembers.
     *
     * @param atTarget the rate a year at the target utilisation
     */
    public record Standing(Accrual accrual, double atTarget) {}

    private LoanDesk desk() {
        return new LoanDesk(new LendingPool(loan), List.of(new LoanDesk.Pledge(collateral, oracle, Option.none())));
    }

    @Override
    public Plan plan() {
        return desk().plan();
    }

    @Override
    public Seq<Leg> legs(VenueView view) {
        return desk().legs(view);
    }

    @Override
    public MarginModel margin() {
        return new PooledMargin(
                List.of(new PooledMargin.Factor(collateral, liquidationLoanToValue, liquidationLoanToValue)));
    }

    @Override
    public Asset numeraire(VenueView view) {
        return loan;
    }

    @Override
    public Option<Seq<Posting>> opening(AccountId account, AccountId owner, Parcel parcel, VenueView view) {
        return desk().opening(owner, parcel, view);
    }

    @Override
    public Option<AccountId> lenders(Asset asset, VenueView view) {
        return desk().lenders(asset, view);
    }

    @Override
    public Standing initial() {
        return new Standing(Accrual.NONE, rate.initial().value().toDouble());
    }

    @Override
    public Step<Standing> advance(Standing state, VenueView view) {
        LendingPool pool = new LendingPool(loan);
        long owed = pool.owed(view);
        long millis = view.stepMillis();
        double utilisation = pool.utilisation(view);
        double next = rate.moved(utilisation, state.atTarget(), millis);
        double perYear = (rate.perYear(utilisation, state.atTarget()) + rate.perYear(utilisation, next)) / 2;
        Accrual earned = state.accrual().plus(perYear, owed, 0, 0, millis);
        long whole = (long) earned.borrowed();
        return pool.accrue(Step.of(new Standing(earned.rest(), next)), whole, whole, view);
    }

    @Override
    public Either<Rejection, Step<Standing>> act(
            Standing state, AccountId sender, Action.AtVenue action, VenueView view) {
        return desk().act(state, sender, action, view);
    }

    @Override
    public Seq<Parcel> redemption(Standing state, Asset claim, long units, VenueView view) {
        return desk().redemption(claim, units, view);
    }
}
