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
import io.firebreak.lending.pooled.InterestRate;
import io.firebreak.lending.pooled.LendingPool;
import io.firebreak.lending.pooled.PooledMargin;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * One loan asset against several collaterals that earn nothing; the protocol keeps what borrowers pay above what lenders get.
 *
 * <p>Wired with the liquidation model {@code seizure} and the loss layer {@code absorb} the protocol takes unsafe accounts
 * over, pays their debts out of its reserves and sells their collateral at a discount.
 */
@About(
        value = "One loan asset against several collaterals, with a curve for lenders and one for borrowers.",
        follows = "Compound III d5a30b0a: Comet.sol",
        simplifies = "what an absorbed account had beyond its debt stays with it as collateral and is not paid out")
public record AbsorbingLending(
        @Parameter("what is lent, and what the venue counts in") Asset loan,
        @Parameter("what may be pledged") Seq<Pledge> collateral,
        @Parameter("what debts grow by") InterestRate borrowRate,
        @Parameter("what deposits grow by") InterestRate supplyRate)
        implements MarginVenue<Accrual>, Redeems<Accrual> {
    /** A collateral and how it counts. */
    public record Pledge(
            @Parameter("the collateral") Asset asset,
            @Parameter("its price in the loan asset") OracleRef oracle,
            @Parameter(
                            value = "how much may be borrowed against it",
                            unit = "ratio",
                            preset = "82.5%",
                            min = "0%",
                            max = "100%",
                            source = "Compound III mainnet, USDC, WETH")
                    Ratio borrowFactor,
            @Parameter(
                            value = "how much of it counts before the account is absorbed",
                            unit = "ratio",
                            preset = "89.5%",
                            min = "0%",
                            max = "100%",
                            source = "Compound III mainnet, USDC, WETH")
                    Ratio liquidateFactor,
            @Parameter("most of it that may be pledged; without it there is no cap") Option<Parcel> supplyCap) {}

    private LoanDesk desk() {
        return new LoanDesk(
                new LendingPool(loan),
                collateral.map(each -> new LoanDesk.Pledge(each.asset(), each.oracle(), each.supplyCap())));
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
        return new PooledMargin(collateral.map(
                each -> new PooledMargin.Factor(each.asset(), each.borrowFactor(), each.liquidateFactor())));
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
    public Accrual initial() {
        return Accrual.NONE;
    }

    @Override
    public Step<Accrual> advance(Accrual state, VenueView view) {
        LendingPool pool = new LendingPool(loan);
        double utilisation = pool.utilisation(view);
        Accrual earned = state.plus(
                borrowRate.perYear(utilisation),
                pool.owed(view),
                supplyRate.perYear(utilisation),
                pool.supplied(view),
                view.stepMillis());
        return pool.accrue(Step.of(earned.rest()), (long) earned.borrowed(), (long) earned.lent(), view);
    }

    @Override
    public Either<Rejection, Step<Accrual>> act(
            Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
        return desk().act(state, sender, action, view);
    }

    @Override
    public Seq<Parcel> redemption(Accrual state, Asset claim, long units, VenueView view) {
        return desk().redemption(claim, units, view);
    }
}
