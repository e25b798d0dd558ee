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
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.Redeems;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A pool of two assets that trades along {@code a · b = k}, for a fee that stays in it.
 *
 * <p>The first {@code minimumLiquidity} shares are locked for good, which the first provider pays for: a share is never so dear that
 * the next provider could be rounded away. What a scenario seeds the pool with is the treasury's. Every amount is rounded in
 * the pool's favour.
 *
 * @formula out = floor(b · n ÷ (a + n)), n = in · (1 − fee)
 * @source Uniswap v2, {@code UniswapV2Pair.sol}
 */
@About("A pool of two assets that trades along a · b = k.")
public record ReferencePool(
        @Parameter("the first asset") Asset a,
        @Parameter("the other asset") Asset b,
        @Parameter(value = "what a trader pays on what it hands in", preset = "0.3%", min = "0", max = "50%") Ratio fee,
        @Parameter(
                        value = "shares locked for good when the pool gets its first liquidity",
                        unit = "base units of shares",
                        preset = "1000",
                        min = "0")
                long minimumLiquidity)
        implements Venue<Nothing>, Quotes<Nothing>, Redeems<Nothing> {
    static final String POOL = "pool";
    static final String SHARES = "shares";
    static final String LOCKED = "locked";

    /** One that locks the first 1000 shares. */
    public ReferencePool(Asset a, Asset b, Ratio fee) {
        this(a, b, fee, 1000);
    }

    @Override
    public Plan plan() {
        return Plan.empty().own(POOL).own(LOCKED).claim(SHARES, (a.decimals() + b.decimals()) / 2, Plan.Kind.SHARE);
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    /** Gives the treasury the shares of what is in the pool and nobody's. */
    @Override
    public Step<Nothing> advance(Nothing state, VenueView view) {
        long unowned = shares(view) == 0 ? root(reserve(a, view), reserve(b, view)) : 0;
        return unowned <= minimumLiquidity
                ? Step.of(state)
                : firstShares(Step.of(state), view.treasury(), unowned, view);
    }

    private Step<Nothing> firstShares(Step<Nothing> step, AccountId owner, long shares, VenueView view) {
        return step.move(view.own(POOL), view.own(LOCKED), view.issued(SHARES), minimumLiquidity)
                .move(view.own(POOL), owner, view.issued(SHARES), shares - minimumLiquidity)
                .returning(shares - minimumLiquidity);
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
        BigDecimal kept = BigDecimal.valueOf(units)
                .multiply(BigDecimal.ONE.subtract(fee.value().toBigDecimal()));
        return BigDecimal.valueOf(reserve(get, view))
                .multiply(kept)
                .divideToIntegralValue(BigDecimal.valueOf(reserve(give, view)).add(kept))
                .longValueExact();
    }

    /** Takes of each asset what the shares are worth, never more than offered; returns the shares. */
    private Either<Rejection, Step<Nothing>> provide(
            Step<Nothing> step, AccountId sender, long mostA, long mostB, VenueView view) {
        long all = shares(view);
        if (all == 0) {
            long first = root(mostA, mostB);
            return first <= minimumLiquidity
                    ? refuse(
                            TOO_SMALL,
                            "the first provider must bring more than " + minimumLiquidity + " base units of shares")
                    : paid(step, sender, a, mostA, view)
                            .flatMap(half -> paid(half, sender, b, mostB, view))
                            .map(whole -> firstShares(whole, sender, first, view));
        }
        long inA = reserve(a, view);
        long inB = reserve(b, view);
        long bought = Math.min(Exact.mulDivDown(mostA, all, inA), Exact.mulDivDown(mostB, all, inB));
        if (bought == 0) {
            return refuse(TOO_SMALL, a.show(mostA) + " and " + b.show(mostB) + " buy no share");
        }
        Math.addExact(all, bought);
        return paid(step, sender, a, Exact.mulDivUp(bought, inA, all), view)
                .flatMap(half -> paid(half, sender, b, Exact.mulDivUp(bought, inB, all), view))
                .map(whole -> whole.move(view.own(POOL), sender, view.issued(SHARES), bought)
                        .returning(bought));
    }

    /** Pays out both assets in proportion; returns the units of {@code a}. */
    private Either<Rejection, Step<Nothing>> redeem(Step<Nothing> step, AccountId sender, long sold, VenueView view) {
        long all = shares(view);
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

    @Override
    public Seq<Parcel> redemption(Nothing state, Asset claim, long units, VenueView view) {
        long all = shares(view);
        return all == 0 || !claim.equals(view.issued(SHARES))
                ? Vector.empty()
                : Vector.of(a, b).map(asset -> new Parcel(asset, part(units, reserve(asset, view), all)));
    }

    private static long part(long units, long reserve, long all) {
        return BigInteger.valueOf(units)
                .multiply(BigInteger.valueOf(reserve))
                .divide(BigInteger.valueOf(all))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
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
