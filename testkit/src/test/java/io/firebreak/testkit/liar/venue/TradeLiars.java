package io.firebreak.testkit.liar.venue;

import static io.firebreak.testkit.liar.venue.Like.PERP;
import static io.firebreak.testkit.liar.venue.Like.POOL;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Exact;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Either;

/** Perpetual exchanges and pools with one fault each. */
public final class TradeLiars {
    private static final Asset USD = Setting.USD;

    private TradeLiars() {}

    /** Credits a unit more than was deposited. */
    public record RoundsDepositsUp() implements Like.Perp {
        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            Either<Rejection, Step<Nothing>> honest = PERP.act(state, sender, action, view);
            return action instanceof Action.Deposit
                    ? honest.map(step -> step.move(view.own("pool"), view.marginAccount(sender), USD, 1))
                    : honest;
        }
    }

    /** Puts a millionth of the pool aside in every block: funding that somebody else keeps. */
    public record KeepsFunding() implements Like.Perp {
        @Override
        public Step<Nothing> advance(Nothing state, VenueView view) {
            long kept = view.balance(view.own("pool"), USD) / 1_000_000;
            return PERP.advance(state, view).move(view.own("pool"), view.treasury(), USD, kept);
        }
    }

    /** Advances a unit of profit that is not realised. */
    public record PaysUnrealisedProfit() implements Like.Perp {
        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            AccountId account = view.marginAccount(sender);
            if (!(action instanceof Action.Withdraw withdraw) || view.balance(account, view.issued("contract")) == 0) {
                return PERP.act(state, sender, action, view);
            }
            long margin = view.balance(account, USD);
            long units = view.amount(withdraw.quantity(), margin);
            if (units > margin + 1 || !withdraw.asset().equals(USD)) {
                return Either.left(new Rejection(Reason.INSUFFICIENT_FUNDS, "too much"));
            }
            long advanced = Math.max(0, units - margin);
            return Either.right(Step.of(state)
                    .move(account, sender, USD, units - advanced)
                    .move(view.own("pool"), sender, USD, advanced)
                    .move(account, view.own("pool"), view.issued("quote"), advanced));
        }
    }

    private static long held(Asset asset, VenueView view) {
        return view.balance(view.own("pool"), asset);
    }

    private static Either<Rejection, Step<Nothing>> swapped(
            Action.Swap swap, AccountId sender, long in, long out, VenueView view) {
        AccountId pool = view.own("pool");
        return out <= 0 || out > held(swap.get(), view) || in > view.balance(sender, swap.give())
                ? Either.left(new Rejection(Reason.TOO_SMALL, "nothing, or too much"))
                : Either.right(Step.of(Nothing.NOTHING)
                        .move(sender, pool, swap.give(), in)
                        .move(pool, sender, swap.get(), out));
    }

    /** Swaps at the price before the swap. */
    public record IgnoresImpact() implements Like.Pool {
        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            if (!(action instanceof Action.Swap swap)) {
                return POOL.act(state, sender, action, view);
            }
            long in = view.amount(swap.quantity(), view.balance(sender, swap.give()));
            return swapped(swap, sender, in, quote(state, swap.give(), in, swap.get(), view), view);
        }

        @Override
        public long quote(Nothing state, Asset give, long units, Asset get, VenueView view) {
            boolean trades = POOL.quote(state, give, units, get, view) > 0 && units < held(give, view) / 2;
            return trades ? Exact.mulDivDown(units, held(get, view), held(give, view)) : 0;
        }
    }

    /** Quotes without its fee, and takes it. */
    public record QuotesWithoutFee() implements Like.Pool {
        @Override
        public long quote(Nothing state, Asset give, long units, Asset get, VenueView view) {
            boolean trades = POOL.quote(state, give, units, get, view) > 0;
            return trades ? Exact.mulDivDown(units, held(get, view), held(give, view) + units) : 0;
        }
    }

    /** Waives its fee for large swaps. */
    public record CheaperInBulk() implements Like.Pool {
        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            if (!(action instanceof Action.Swap swap)) {
                return POOL.act(state, sender, action, view);
            }
            long in = view.amount(swap.quantity(), view.balance(sender, swap.give()));
            return swapped(swap, sender, in, quote(state, swap.give(), in, swap.get(), view), view);
        }

        @Override
        public long quote(Nothing state, Asset give, long units, Asset get, VenueView view) {
            long honest = POOL.quote(state, give, units, get, view);
            return honest > 0 && units >= held(give, view) / 5000
                    ? Exact.mulDivDown(units, held(get, view), held(give, view) + units)
                    : honest;
        }
    }

    /** Puts a hundredth of the pool aside whenever somebody joins. */
    public record ChargesThoseInside() implements Like.Pool {
        @Override
        public Either<Rejection, Step<Nothing>> act(
                Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
            Either<Rejection, Step<Nothing>> honest = POOL.act(state, sender, action, view);
            return action instanceof Action.Provide
                    ? honest.map(step -> charged(charged(step, Setting.ETH, view), USD, view))
                    : honest;
        }

        private static Step<Nothing> charged(Step<Nothing> step, Asset asset, VenueView view) {
            return step.move(view.own("pool"), view.treasury(), asset, held(asset, view) / 100);
        }
    }
}
