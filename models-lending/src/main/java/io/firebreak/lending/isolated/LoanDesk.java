package io.firebreak.lending.isolated;

import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_OFFERED;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.firebreak.lending.pooled.LendingPool;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Lends one asset against plain collateral: lenders provide it for claims that lie in their wallets, and collateral earns
 * nothing.
 */
record LoanDesk(LendingPool pool, Seq<Pledge> collateral) {
    /** A collateral, whence its price comes, and the most of it that may be there. */
    record Pledge(Asset asset, OracleRef oracle, Option<Parcel> cap) {}

    Plan plan() {
        return pool.in(Plan.empty());
    }

    Seq<Leg> legs(VenueView view) {
        return collateral
                .<Leg>map(pledge -> new Leg.Holding(pledge.asset(), new PriceSource.Feed(pledge.oracle())))
                .append(pool.debt(new PriceSource.Unit(), view));
    }

    Option<AccountId> lenders(Asset asset, VenueView view) {
        return Option.when(asset.equals(pool.asset()), () -> pool.supply(view));
    }

    /** A lender that is there when the run begins has its claims in its wallet. */
    Option<Seq<Posting>> opening(AccountId owner, Parcel parcel, VenueView view) {
        return Option.when(parcel.asset().equals(pool.asset()), () -> pool.opening(owner, parcel.units(), view));
    }

    Seq<Parcel> redemption(Asset claim, long units, VenueView view) {
        return claim.equals(pool.claim(view))
                ? List.of(new Parcel(pool.asset(), pool.unitsDown(units, view)))
                : List.empty();
    }

    <S> Either<Rejection, Step<S>> act(S state, AccountId sender, Action.AtVenue action, VenueView view) {
        return LendingPool.counted(() -> answer(state, sender, action, view));
    }

    private <S> Either<Rejection, Step<S>> answer(S state, AccountId sender, Action.AtVenue action, VenueView view) {
        AccountId own = view.marginAccount(sender);
        Asset loan = pool.asset();
        if (action instanceof Action.Provide provide && provide.quantities().size() == 1) {
            long units = view.amount(provide.quantities().head(), view.balance(sender, loan));
            return pool.deposit(state, sender, sender, units, Option.none(), view);
        }
        if (action instanceof Action.Redeem redeem && redeem.shares().equals(pool.claim(view))) {
            long claims = view.amount(redeem.quantity(), view.balance(sender, redeem.shares()));
            return pool.redeem(state, sender, sender, claims, view);
        }
        if (action instanceof Action.Deposit deposit && pledge(deposit.asset()).isDefined()) {
            Pledge pledge = pledge(deposit.asset()).get();
            long units = view.amount(deposit.quantity(), view.balance(sender, pledge.asset()));
            return pledge.cap().exists(cap -> units > cap.units() - view.held(pledge.asset()))
                    ? refuse(
                            LIMIT_REACHED,
                            "more than the cap of " + pledge.cap().get())
                    : carry(state, sender, own, pledge.asset(), units, view);
        }
        if (action instanceof Action.Withdraw withdraw
                && pledge(withdraw.asset()).isDefined()) {
            long units = view.amount(withdraw.quantity(), view.balance(own, withdraw.asset()));
            return carry(state, own, sender, withdraw.asset(), units, view);
        }
        if (action instanceof Action.Borrow borrow && borrow.asset().equals(loan)) {
            return pool.borrow(state, own, sender, view.amount(borrow.quantity(), 0), Option.none(), view);
        }
        if (action instanceof Action.Repay repay && repay.asset().equals(loan)) {
            long all = Math.min(pool.owedBy(own, view), view.balance(sender, loan));
            return pool.repay(state, own, sender, view.amount(repay.quantity(), all), view);
        }
        return refuse(
                NOT_OFFERED,
                "lends " + loan + " against " + collateral.map(Pledge::asset).mkString(", "));
    }

    private Option<Pledge> pledge(Asset asset) {
        return collateral.find(pledge -> pledge.asset().equals(asset));
    }

    private static <S> Either<Rejection, Step<S>> carry(
            S state, AccountId from, AccountId to, Asset asset, long units, VenueView view) {
        return LendingPool.funded(from, asset, units, view)
                .map(ok -> Step.of(state).move(from, to, asset, units).returning(units));
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
