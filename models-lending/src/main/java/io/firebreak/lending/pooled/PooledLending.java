package io.firebreak.lending.pooled;

import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.lending.pooled.LendingPool.funded;
import static io.firebreak.lending.pooled.LendingPool.refuse;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Redeems;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Many assets in one pool: whoever deposits any of them may borrow any other against all that it deposited.
 *
 * <p>A deposit's claim is an asset, {@code venue.ETH}: it lies in the margin account as collateral, and may be withdrawn to
 * the wallet and taken elsewhere. Depositing or withdrawing the asset itself goes through the claim. Interest is simple
 * within a block and compounds from block to block.
 */
@About(
        value =
                "Many assets in one pool, each deposited and lent; all deposits of an account stand behind all its debts.",
        follows =
                "Aave v3 fd1fbd91: SupplyLogic.sol, BorrowLogic.sol; Compound v2 a3214f67: CToken.sol, Comptroller.sol",
        simplifies = "every deposit is collateral; liquidators receive claims; no efficiency modes, no isolation mode")
public record PooledLending(
        @Parameter("the asset in which the venue counts") Asset numeraire,
        @Parameter("what can be deposited and borrowed") Seq<Market> markets)
        implements MarginVenue<Vector<Accrual>>, Redeems<Vector<Accrual>> {
    @Override
    public Plan plan() {
        return markets.foldLeft(Plan.empty(), (plan, market) -> market.pool().in(plan));
    }

    @Override
    public Seq<Leg> legs(VenueView view) {
        return markets.map(market -> market.pool().collateral(market.price(), view))
                .appendAll(markets.map(market -> market.pool().debt(market.price(), view)));
    }

    @Override
    public MarginModel margin() {
        return new PooledMargin(markets.map(
                each -> new PooledMargin.Factor(each.asset(), each.loanToValue(), each.liquidationThreshold())));
    }

    @Override
    public Asset numeraire(VenueView view) {
        return numeraire;
    }

    @Override
    public Option<AccountId> lenders(Asset asset, VenueView view) {
        return market(asset).map(market -> market.pool().supply(view));
    }

    @Override
    public Option<Seq<Posting>> opening(AccountId account, AccountId owner, Parcel parcel, VenueView view) {
        return market(parcel.asset()).map(market -> market.pool().opening(account, parcel.units(), view));
    }

    @Override
    public Vector<Accrual> initial() {
        return Vector.fill(markets.size(), () -> Accrual.NONE);
    }

    @Override
    public Step<Vector<Accrual>> advance(Vector<Accrual> state, VenueView view) {
        Step<Vector<Accrual>> step = Step.of(state);
        Vector<Accrual> next = state;
        for (int i = 0; i < markets.size(); i++) {
            Market market = markets.get(i);
            LendingPool pool = market.pool();
            long owed = pool.owed(view);
            double rate = owed == 0 ? 0 : market.rate().perYear(pool.utilisation(view));
            double lenders = rate * (1 - market.reserveFactor().value().toDouble());
            Accrual earned = state.get(i).plus(rate, owed, lenders, owed, view.stepMillis());
            long borrowed = (long) earned.borrowed();
            step = pool.accrue(step, borrowed, Math.min(borrowed, (long) earned.lent()), view);
            next = owed == 0 ? next : next.update(i, earned.rest());
        }
        return new Step<>(next, step.reversed(), step.marks(), 0);
    }

    @Override
    public Either<Rejection, Step<Vector<Accrual>>> act(
            Vector<Accrual> state, AccountId sender, Action.AtVenue action, VenueView view) {
        return LendingPool.counted(() -> answer(state, sender, action, view));
    }

    private Either<Rejection, Step<Vector<Accrual>>> answer(
            Vector<Accrual> state, AccountId sender, Action.AtVenue action, VenueView view) {
        AccountId own = view.marginAccount(sender);
        if (action instanceof Action.Deposit deposit) {
            long units = view.amount(deposit.quantity(), view.balance(sender, deposit.asset()));
            return market(deposit.asset())
                    .map(market -> market.pool().deposit(state, sender, own, units, market.supplyCap(), view))
                    .orElse(() -> claimed(deposit.asset(), view)
                            .map(pool -> carry(state, sender, own, deposit.asset(), units, view)))
                    .getOrElse(this::notOffered);
        }
        if (action instanceof Action.Withdraw withdraw) {
            Asset asset = withdraw.asset();
            return market(asset)
                    .map(Market::pool)
                    .map(pool -> pool.withdraw(
                            state,
                            own,
                            sender,
                            view.amount(withdraw.quantity(), pool.unitsDown(view.balance(own, pool.claim(view)), view)),
                            view))
                    .orElse(() -> claimed(asset, view)
                            .map(pool -> carry(
                                    state,
                                    own,
                                    sender,
                                    asset,
                                    view.amount(withdraw.quantity(), view.balance(own, asset)),
                                    view)))
                    .getOrElse(this::notOffered);
        }
        if (action instanceof Action.Provide provide) {
            return provide(state, sender, provide.quantities(), view);
        }
        if (action instanceof Action.Redeem redeem) {
            long claims = view.amount(redeem.quantity(), view.balance(sender, redeem.shares()));
            return claimed(redeem.shares(), view)
                    .map(pool -> pool.redeem(state, sender, sender, claims, view))
                    .getOrElse(this::notOffered);
        }
        if (action instanceof Action.Borrow borrow) {
            long units = view.amount(borrow.quantity(), 0);
            return market(borrow.asset())
                    .map(market -> market.pool().borrow(state, own, sender, units, market.borrowCap(), view))
                    .getOrElse(this::notOffered);
        }
        if (action instanceof Action.Repay repay) {
            return market(repay.asset())
                    .map(Market::pool)
                    .map(pool -> pool.repay(
                            state,
                            own,
                            sender,
                            view.amount(
                                    repay.quantity(),
                                    Math.min(pool.owedBy(own, view), view.balance(sender, repay.asset()))),
                            view))
                    .getOrElse(this::notOffered);
        }
        return notOffered();
    }

    private Either<Rejection, Step<Vector<Accrual>>> notOffered() {
        return refuse(
                NOT_OFFERED, "takes and lends " + markets.map(Market::asset).mkString(", ") + ", and claims on them");
    }

    /** Deposits for claims that lie in the wallet, one quantity for each market. */
    private Either<Rejection, Step<Vector<Accrual>>> provide(
            Vector<Accrual> state, AccountId sender, Seq<Quantity> quantities, VenueView view) {
        if (quantities.size() != markets.size()) {
            return refuse(NOT_OFFERED, quantities.size() + " quantities for " + markets.size() + " markets");
        }
        Either<Rejection, Step<Vector<Accrual>>> all = Either.right(Step.of(state));
        for (int i = 0; i < markets.size(); i++) {
            Market market = markets.get(i);
            long units = view.amount(quantities.get(i), view.balance(sender, market.asset()));
            all = all.flatMap(before -> market.pool()
                    .deposit(state, sender, sender, units, market.supplyCap(), view)
                    .map(next -> new Step<>(
                            state,
                            next.reversed().appendAll(before.reversed()),
                            before.marks(),
                            Math.addExact(before.result(), next.result()))));
        }
        return all;
    }

    /** Moves claims between wallet and margin account. */
    private static Either<Rejection, Step<Vector<Accrual>>> carry(
            Vector<Accrual> state, AccountId from, AccountId to, Asset claim, long units, VenueView view) {
        return funded(from, claim, units, view)
                .map(ok -> Step.of(state).move(from, to, claim, units).returning(units));
    }

    private Option<Market> market(Asset asset) {
        return markets.find(market -> market.asset().equals(asset));
    }

    private Option<LendingPool> claimed(Asset claim, VenueView view) {
        return markets.map(Market::pool).find(pool -> pool.claim(view).equals(claim));
    }

    @Override
    public Seq<Parcel> redemption(Vector<Accrual> state, Asset claim, long units, VenueView view) {
        return claimed(claim, view)
                .<Seq<Parcel>>map(pool -> List.of(new Parcel(pool.asset(), pool.unitsDown(units, view))))
                .getOrElse(List.empty());
    }
}
