package io.firebreak.amm.pool;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.Redeems;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * A pool of assets that trades by a curve: its reserves are what its account {@code pool} holds, its {@code shares} are
 * parts of them.
 *
 * <p>What a scenario seeds the pool with belongs to the venue's treasury. The first {@code minimumLiquidity} shares are
 * locked for good, so that nobody can buy a first share cheaply, inflate it by a gift, and round the next provider away.
 * Every amount is rounded in the pool's favour. A pool that joins or leaves with one asset alone trades its share as the
 * asset behind the last.
 *
 * @param <S> what the ledger does not say
 */
public interface SharePool<S> extends Venue<S>, Quotes<S>, Redeems<S> {
    String POOL = "pool";
    String LOCKED = "locked";
    String SHARES = "shares";

    /** The assets of the pool, in its order. */
    Seq<Asset> assets();

    long minimumLiquidity();

    /** {@link IllegalArgumentException} where these make no pool. */
    static void requireDifferent(Seq<Asset> assets) {
        if (assets.size() < 2 || assets.distinct().size() < assets.size()) {
            throw new IllegalArgumentException(
                    "a pool needs two different assets at least, not " + assets.mkString(" and "));
        }
    }

    /** The shares for a first deposit, the locked ones included. */
    long firstShares(Reserves offered);

    /**
     * What a trade pays.
     *
     * @param give which asset is handed in, counted from 0; the number of assets is the share
     * @param get which one is paid out, likewise
     */
    Trade trade(Reserves reserves, int give, long in, int get);

    /** What is taken of an offered deposit, and the shares for it; there are shares already. */
    Joining join(Reserves reserves, long[] offered);

    /** The next state, now that liquidity has changed. */
    default S remember(S state, Reserves after) {
        return state;
    }

    /** Shares that fall due to the treasury before somebody joins or leaves. */
    default long feeShares(S state, Reserves now) {
        return 0;
    }

    /** What lies there now. */
    default Reserves reserves(VenueView view) {
        return Reserves.of(assets(), view.own(POOL), view.issued(SHARES), view);
    }

    @Override
    default Plan plan() {
        return Plan.empty().own(POOL).own(LOCKED).claim(SHARES, shareDecimals(), Plan.Kind.SHARE);
    }

    /** The mean of the assets' decimals. */
    default int shareDecimals() {
        return assets().map(Asset::decimals).sum().intValue() / assets().size();
    }

    /** Gives the treasury the shares of what the scenario seeded. */
    @Override
    default Step<S> advance(S state, VenueView view) {
        Reserves pool = reserves(view);
        if (pool.shares() > 0 || !pool.isComplete()) {
            return Step.of(state);
        }
        long shares = firstShares(pool);
        return firstShares(Step.of(remember(state, pool)), shares, view.treasury(), view);
    }

    private Step<S> firstShares(Step<S> paid, long shares, AccountId provider, VenueView view) {
        long locked = Math.min(shares, minimumLiquidity());
        Asset claim = view.issued(SHARES);
        AccountId pool = view.own(POOL);
        return paid.move(pool, view.own(LOCKED), claim, locked)
                .move(pool, provider, claim, shares - locked)
                .returning(shares - locked);
    }

    @Override
    default Either<Rejection, Step<S>> act(S state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (action instanceof Action.Swap swap) {
            return swap(state, sender, swap, view);
        }
        if (action instanceof Action.Provide provide) {
            return provide(state, sender, provide, view);
        }
        if (action instanceof Action.Redeem redeem) {
            return redeem(state, sender, redeem, view);
        }
        return refuse(Reason.NOT_OFFERED, "a pool knows swap, provide and redeem, not " + action);
    }

    @Override
    default long quote(S state, Asset give, long units, Asset get, VenueView view) {
        return trade(give, units, get, view).out();
    }

    @Override
    default Seq<Parcel> redemption(S state, Asset claim, long units, VenueView view) {
        Reserves pool = reserves(view);
        return claim.equals(view.issued(SHARES)) && pool.shares() > 0
                ? assets().zipWithIndex((asset, at) -> new Parcel(asset, pool.worth(units, at)))
                : Vector.empty();
    }

    private Trade trade(Asset give, long units, Asset get, VenueView view) {
        int from = at(give, view);
        int to = at(get, view);
        return from < 0 || to < 0 || from == to || units <= 0 ? Trade.NONE : trade(reserves(view), from, units, to);
    }

    private int at(Asset asset, VenueView view) {
        return asset.equals(view.issued(SHARES)) ? assets().size() : assets().indexOf(asset);
    }

    private Either<Rejection, Step<S>> swap(S state, AccountId sender, Action.Swap swap, VenueView view) {
        Asset give = swap.give();
        Asset get = swap.get();
        long funds = view.balance(sender, give);
        long in = view.amount(swap.quantity(), funds);
        if (in > funds) {
            return lacking(give, in, funds);
        }
        if (at(give, view) < 0 || at(get, view) < 0 || give.equals(get)) {
            return refuse(Reason.NOT_OFFERED, "the pool trades " + assets().mkString(" and "));
        }
        Trade trade = trade(give, in, get, view);
        if (trade.out() == 0) {
            return refuse(Reason.TOO_SMALL, give.show(in) + " buys nothing here");
        }
        if (trade.out() < swap.atLeast()) {
            return refuse(
                    Reason.PRICE, "pays " + get.show(trade.out()) + ", asked at least " + get.show(swap.atLeast()));
        }
        AccountId pool = view.own(POOL);
        return Either.right(Step.of(state)
                .move(sender, pool, give, in)
                .move(pool, sender, get, trade.out())
                .move(pool, view.treasury(), trade.feeOnGet() ? get : give, trade.adminFee())
                .returning(trade.out()));
    }

    /** Takes what the curve takes, never more than offered; returns the shares. */
    private Either<Rejection, Step<S>> provide(S state, AccountId sender, Action.Provide provide, VenueView view) {
        int size = assets().size();
        if (provide.quantities().size() != size) {
            return refuse(
                    Reason.NOT_OFFERED, "provide takes " + size + " quantities, of " + assets().mkString(" and of "));
        }
        long[] offered = new long[size];
        for (int i = 0; i < size; i++) {
            long funds = view.balance(sender, assets().get(i));
            offered[i] = view.amount(provide.quantities().get(i), funds);
            if (offered[i] > funds) {
                return lacking(assets().get(i), offered[i], funds);
            }
        }
        Reserves before = reserves(view);
        if (before.shares() == 0) {
            Reserves first = new Reserves(offered, 0);
            long shares = first.isComplete() ? firstShares(first) : 0;
            if (shares <= minimumLiquidity()) {
                return refuse(
                        Reason.TOO_SMALL,
                        "first liquidity of " + shares + " shares; " + minimumLiquidity() + " are locked");
            }
            Step<S> next = Step.of(remember(state, before.plus(offered)));
            return Either.right(firstShares(paying(next, sender, offered, view), shares, sender, view));
        }
        long fees = feeShares(state, before);
        Joining joining = join(before.plusShares(fees), offered);
        if (joining.shares() <= 0) {
            return refuse(Reason.TOO_SMALL, "what is offered is worth less than a share");
        }
        AccountId pool = view.own(POOL);
        Asset claim = view.issued(SHARES);
        Step<S> step = Step.of(remember(state, before.plus(joining.taken()))).move(pool, view.treasury(), claim, fees);
        step = paying(step, sender, joining.taken(), view).move(pool, sender, claim, joining.shares());
        for (int i = 0; i < size; i++) {
            step = step.move(pool, view.treasury(), assets().get(i), joining.adminFee(i));
        }
        return Either.right(step.returning(joining.shares()));
    }

    private Step<S> paying(Step<S> step, AccountId sender, long[] units, VenueView view) {
        Step<S> paid = step;
        for (int i = 0; i < units.length; i++) {
            paid = paid.move(sender, view.own(POOL), assets().get(i), units[i]);
        }
        return paid;
    }

    /** Pays out every asset in proportion; returns the units of the first. */
    private Either<Rejection, Step<S>> redeem(S state, AccountId sender, Action.Redeem redeem, VenueView view) {
        Asset claim = view.issued(SHARES);
        if (!redeem.shares().equals(claim)) {
            return refuse(Reason.NOT_OFFERED, "the pool redeems " + claim + ", not " + redeem.shares());
        }
        long funds = view.balance(sender, claim);
        long shares = view.amount(redeem.quantity(), funds);
        if (shares > funds) {
            return lacking(claim, shares, funds);
        }
        Reserves before = reserves(view);
        long fees = feeShares(state, before);
        // The fee's shares come first: who leaves is diluted by them like who stays.
        Reserves charged = before.plusShares(fees);
        long[] out = charged.shares() == 0 ? new long[before.size()] : charged.partDown(shares);
        if (!new Reserves(out, 0).isComplete()) {
            return refuse(Reason.TOO_SMALL, claim.show(shares) + " are worth less than a unit of each asset");
        }
        AccountId pool = view.own(POOL);
        Step<S> step = Step.of(remember(state, before.minus(out)))
                .move(pool, view.treasury(), claim, fees)
                .move(sender, pool, claim, shares);
        for (int i = 0; i < out.length; i++) {
            step = step.move(pool, sender, assets().get(i), out[i]);
        }
        return Either.right(step.returning(out[0]));
    }

    /** A refusal for want of funds. */
    static <T> Either<Rejection, T> lacking(Asset asset, long wanted, long funds) {
        return refuse(Reason.INSUFFICIENT_FUNDS, "wanted " + asset.show(wanted) + ", there is " + asset.show(funds));
    }

    static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
