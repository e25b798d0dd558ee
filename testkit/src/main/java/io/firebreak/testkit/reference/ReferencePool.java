package io.firebreak.testkit.reference;

import static io.firebreak.api.action.Reason.INSUFFICIENT_FUNDS;
import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.PRICE;
import static io.firebreak.api.action.Reason.TOO_SMALL;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.control.Either;
import java.math.BigInteger;

/**
 * A pool of two assets that trades along {@code a · b = k}, for a fee that stays in it.
 *
 * <p>Shares count as if {@value #LOCKED} more of them were nobody's, which the first provider pays for: a share is never so
 * dear that the next provider could be rounded away. What a scenario seeds the pool with is the treasury's. Every amount is
 * rounded in the pool's favour.
 *
 * @formula out = floor(b · n ÷ (a + n)), n = in − ceil(in · fee)
 * @source Uniswap v2, {@code UniswapV2Pair.sol}
 */
@About("A pool of two assets that trades along a · b = k.")
public record ReferencePool(
        @Parameter("the first asset") Asset a,
        @Parameter("the other asset") Asset b,
        @Parameter(value = "what a trader pays on what it hands in", preset = "0.3%", min = "0", max = "50%") Ratio fee)
        implements Venue<Nothing>, Quotes<Nothing> {
    static final String POOL = "pool";
    static final String SHARES = "shares";
    static final int LOCKED = 1000;

    @Override
    public Plan plan() {
        return Plan.empty().own(POOL).claim(SHARES, (a.decimals() + b.decimals()) / 2, Plan.Kind.SHARE);
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    /** Gives the treasury the shares of what is in the pool and nobody's. */
    @Override
    public Step<Nothing> advance(Nothing state, VenueView view) {
        boolean owned = shares(view) > 0;
        long unowned = owned ? 0 : Math.max(0, root(reserve(a, view), reserve(b, view)) - LOCKED);
        return Step.of(state).move(view.own(POOL), view.treasury(), view.issued(SHARES), unowned);
    }

    @Override
    public Either<Rejection, Step<Nothing>> act(
            Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
        try {
            if (action instanceof Action.Swap swap) {
                return swap(state, sender, swap, view);
            }
            if (action instanceof Action.Provide provide && provide.quantities().size() == 2) {
                long mostA = view.amount(provide.quantities().get(0), view.balance(sender, a));
                long mostB = view.amount(provide.quantities().get(1), view.balance(sender, b));
                return provide(Step.of(state), sender, mostA, mostB, view);
            }
            if (action instanceof Action.Redeem redeem && redeem.shares().equals(view.issued(SHARES))) {
                long sold = view.amount(redeem.quantity(), view.balance(sender, redeem.shares()));
                return redeem(Step.of(state), sender, sold, view);
            }
        } catch (ArithmeticException overflow) {
            return refuse(LIMIT_REACHED, "amounts beyond what the ledger counts: " + overflow.getMessage());
        }
        return refuse(NOT_OFFERED, "the pool trades " + a + " and " + b);
    }

    private Either<Rejection, Step<Nothing>> swap(Nothing state, AccountId sender, Action.Swap swap, VenueView view) {
        long in = view.amount(swap.quantity(), view.balance(sender, swap.give()));
        long out = quote(state, swap.give(), in, swap.get(), view);
        if (out == 0) {
            return refuse(TOO_SMALL, swap.give().show(in) + " buys no " + swap.get() + " here");
        }
        if (out < swap.atLeast()) {
            return refuse(PRICE, swap.get().show(out) + " is less than " + swap.atLeast() + " base units");
        }
        return paid(Step.of(state), sender, swap.give(), in, view)
                .map(step -> step.move(view.own(POOL), sender, swap.get(), out).returning(out));
    }

    @Override
    public long quote(Nothing state, Asset give, long units, Asset get, VenueView view) {
        boolean trades = give.equals(a) ? get.equals(b) : give.equals(b) && get.equals(a);
        if (!trades || units <= 0) {
            return 0;
        }
        long kept = units - fee.ofUp(units);
        long before = reserve(give, view);
        return kept <= 0 || kept > Long.MAX_VALUE - before
                ? 0
                : Exact.mulDivDown(kept, reserve(get, view), before + kept);
    }

    /** Takes of each asset what the shares are worth, never more than offered; returns the shares. */
    private Either<Rejection, Step<Nothing>> provide(
            Step<Nothing> step, AccountId sender, long mostA, long mostB, VenueView view) {
        long inA = reserve(a, view);
        long inB = reserve(b, view);
        long all = shares(view) + LOCKED;
        boolean first = inA == 0 || inB == 0;
        long bought = first
                ? root(mostA, mostB) - LOCKED
                : Math.min(Exact.mulDivDown(mostA, all, inA), Exact.mulDivDown(mostB, all, inB));
        if (bought <= 0) {
            return refuse(TOO_SMALL, a.show(mostA) + " and " + b.show(mostB) + " buy no share");
        }
        long unitsA = first ? mostA : Exact.mulDivUp(bought, inA, all);
        long unitsB = first ? mostB : Exact.mulDivUp(bought, inB, all);
        Math.addExact(all, bought);
        return paid(step, sender, a, unitsA, view)
                .flatMap(half -> paid(half, sender, b, unitsB, view))
                .map(whole -> whole.move(view.own(POOL), sender, view.issued(SHARES), bought)
                        .returning(bought));
    }

    /** Pays out both assets in proportion; returns the units of {@code a}. */
    private Either<Rejection, Step<Nothing>> redeem(Step<Nothing> step, AccountId sender, long sold, VenueView view) {
        long all = shares(view) + LOCKED;
        long unitsA = Exact.mulDivDown(sold, reserve(a, view), all);
        long unitsB = Exact.mulDivDown(sold, reserve(b, view), all);
        if (unitsA == 0 || unitsB == 0) {
            return refuse(TOO_SMALL, sold + " base units of shares are worth less than a unit of each asset");
        }
        AccountId pool = view.own(POOL);
        return paid(step, sender, view.issued(SHARES), sold, view)
                .map(returned -> returned.move(pool, sender, a, unitsA)
                        .move(pool, sender, b, unitsB)
                        .returning(unitsA));
    }

    private static Either<Rejection, Step<Nothing>> paid(
            Step<Nothing> step, AccountId sender, Asset asset, long units, VenueView view) {
        long there = view.balance(sender, asset);
        return units <= there
                ? Either.right(step.move(sender, view.own(POOL), asset, units))
                : refuse(INSUFFICIENT_FUNDS, asset.show(units) + " wanted, " + asset.show(there) + " there");
    }

    private static long reserve(Asset asset, VenueView view) {
        return view.balance(view.own(POOL), asset);
    }

    private static long shares(VenueView view) {
        return -view.balance(view.own(POOL), view.issued(SHARES));
    }

    /** {@code floor(√(x · y))}. */
    private static long root(long x, long y) {
        return BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)).sqrt().longValueExact();
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
