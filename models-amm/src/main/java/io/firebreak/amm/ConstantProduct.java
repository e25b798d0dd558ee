package io.firebreak.amm;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigInteger;

/**
 * A pool of two assets that trades along {@code a · b = k}: its reserves are what its account {@code pool} holds.
 *
 * <p>What a scenario seeds the pool with belongs to the venue's treasury. The first {@code minimumLiquidity} shares are
 * locked for good, so that nobody can buy a first share cheaply, inflate it by a gift, and round the next provider away.
 * Every amount is rounded in the pool's favour. While a flash loan is out the pool does nothing else.
 *
 * @source Uniswap v2, {@code UniswapV2Pair.sol}
 */
@About(
        value = "A pool of two assets that trades along a · b = k, with a fee that stays in the pool.",
        follows = "Uniswap v2 (UniswapV2Pair.sol)",
        simplifies =
                "No price accumulator (an oracle of the scenario samples the pool instead); a flash loan is repaid in the"
                        + " asset lent; a provider pays no more than the pool's proportion")
public record ConstantProduct(
        @Parameter("the first asset of the pool") Asset a,
        @Parameter("the other asset of the pool") Asset b,
        @Parameter(
                        value = "what a trader pays on the amount handed in; stays in the pool",
                        preset = "0.3%",
                        min = "0",
                        max = "50%",
                        source = "Uniswap v2")
                Ratio fee,
        @Parameter(
                        value = "shares locked for good when the pool gets its first liquidity",
                        unit = "base units of shares",
                        preset = "1000",
                        min = "0",
                        source = "Uniswap v2, MINIMUM_LIQUIDITY")
                long minimumLiquidity,
        @Parameter(
                        value = "whether a sixth of the fees goes to the venue's treasury, as shares",
                        preset = "false",
                        source = "Uniswap v2, feeTo")
                boolean protocolFee)
        implements Venue<ConstantProduct.State>, Quotes<ConstantProduct.State>, SettlesAtEnd<ConstantProduct.State> {

    private static final String POOL = "pool";
    private static final String LOCKED = "locked";
    private static final String SHARES = "shares";

    /**
     * What the ledger does not say.
     *
     * @param rootK floor(√k) when liquidity last changed: growth since then is fees
     * @param loan a flash loan that is out
     */
    public record State(long rootK, Option<Loan> loan) {}

    /** A flash loan. */
    public record Loan(AccountId borrower, Asset asset, long units) {}

    public ConstantProduct {
        if (a.equals(b)) {
            throw new IllegalArgumentException("a pool needs two different assets, not " + a + " twice");
        }
        if (fee.value().scale() > 9) {
            throw new IllegalArgumentException("a pool's fee has at most nine decimals, not " + fee);
        }
    }

    @Override
    public Plan plan() {
        return Plan.empty().own(POOL).own(LOCKED).claim(SHARES, (a.decimals() + b.decimals()) / 2, Plan.Kind.SHARE);
    }

    @Override
    public State initial() {
        return new State(0, Option.none());
    }

    /** Gives the treasury the shares of what the scenario seeded. */
    @Override
    public Step<State> advance(State state, VenueView view) {
        Reserves pool = Reserves.of(this, view);
        return pool.shares() > 0 || pool.a() == 0 || pool.b() == 0
                ? Step.of(state)
                : firstShares(Step.of(state), pool, pool.rootK(), view.treasury(), view);
    }

    @Override
    public Either<Rejection, Step<State>> act(State state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (action instanceof Action.FlashReturn repayment) {
            return flashReturn(state, sender, repayment.asset(), view);
        }
        if (state.loan().isDefined()) {
            return refuse(Reason.STOPPED, "the pool is locked until its flash loan is returned");
        }
        if (action instanceof Action.Swap swap) {
            return swap(state, sender, swap, view);
        }
        if (action instanceof Action.Provide provide) {
            return provide(state, sender, provide, view);
        }
        if (action instanceof Action.Redeem redeem) {
            return redeem(state, sender, redeem, view);
        }
        if (action instanceof Action.FlashBorrow borrow) {
            return flashBorrow(state, sender, borrow, view);
        }
        return refuse(Reason.NOT_OFFERED, "a pool knows swap, provide, redeem and flash loans, not " + action);
    }

    private Either<Rejection, Step<State>> swap(State state, AccountId sender, Action.Swap swap, VenueView view) {
        if (!trades(swap.give(), swap.get())) {
            return refuse(Reason.NOT_OFFERED, "the pool trades " + a + " and " + b);
        }
        long funds = view.balance(sender, swap.give());
        long in = view.amount(swap.quantity(), funds);
        if (in > funds) {
            return lacking(swap.give(), in, funds);
        }
        long out = quote(state, swap.give(), in, swap.get(), view);
        if (out == 0) {
            return refuse(Reason.TOO_SMALL, swap.give().show(in) + " buys nothing here");
        }
        if (out < swap.atLeast()) {
            return refuse(
                    Reason.PRICE,
                    "pays " + swap.get().show(out) + ", asked at least "
                            + swap.get().show(swap.atLeast()));
        }
        AccountId pool = view.own(POOL);
        return Either.right(Step.of(state)
                .move(sender, pool, swap.give(), in)
                .move(pool, sender, swap.get(), out)
                .returning(out));
    }

    @Override
    public long quote(State state, Asset give, long units, Asset get, VenueView view) {
        if (!trades(give, get) || state.loan().isDefined() || units <= 0) {
            return 0;
        }
        AccountId pool = view.own(POOL);
        return Reserves.outDown(units, view.balance(pool, give), view.balance(pool, get), fee.value());
    }

    private boolean trades(Asset give, Asset get) {
        return give.equals(a) ? get.equals(b) : give.equals(b) && get.equals(a);
    }

    /** Takes of each asset what the shares are worth, never more than offered; returns the shares. */
    private Either<Rejection, Step<State>> provide(
            State state, AccountId sender, Action.Provide provide, VenueView view) {
        if (provide.quantities().size() != 2) {
            return refuse(Reason.NOT_OFFERED, "provide takes two quantities, of " + a + " and of " + b);
        }
        long fundsA = view.balance(sender, a);
        long fundsB = view.balance(sender, b);
        long mostA = view.amount(provide.quantities().get(0), fundsA);
        long mostB = view.amount(provide.quantities().get(1), fundsB);
        if (mostA > fundsA) {
            return lacking(a, mostA, fundsA);
        }
        if (mostB > fundsB) {
            return lacking(b, mostB, fundsB);
        }
        AccountId pool = view.own(POOL);
        Reserves before = Reserves.of(this, view);
        if (before.shares() == 0) {
            long shares = new Reserves(mostA, mostB, 0).rootK();
            if (shares <= minimumLiquidity) {
                return refuse(
                        Reason.TOO_SMALL,
                        "first liquidity of " + shares + " shares; " + minimumLiquidity + " are locked");
            }
            Step<State> paid = Step.of(state).move(sender, pool, a, mostA).move(sender, pool, b, mostB);
            Reserves after = new Reserves(before.a() + mostA, before.b() + mostB, 0);
            return Either.right(firstShares(paid, after, shares, sender, view));
        }
        long fees = feeShares(state, before);
        Reserves charged = before.plusShares(fees);
        long shares = charged.sharesDown(mostA, mostB);
        if (shares == 0) {
            return refuse(Reason.TOO_SMALL, a.show(mostA) + " and " + b.show(mostB) + " are less than a share");
        }
        long unitsA = Exact.mulDivUp(shares, charged.a(), charged.shares());
        long unitsB = Exact.mulDivUp(shares, charged.b(), charged.shares());
        Asset claim = view.issued(SHARES);
        State next = new State(new Reserves(before.a() + unitsA, before.b() + unitsB, 0).rootK(), Option.none());
        return Either.right(Step.of(next)
                .move(pool, view.treasury(), claim, fees)
                .move(sender, pool, a, unitsA)
                .move(sender, pool, b, unitsB)
                .move(pool, sender, claim, shares)
                .returning(shares));
    }

    private Step<State> firstShares(Step<State> paid, Reserves after, long shares, AccountId provider, VenueView view) {
        long locked = Math.min(shares, minimumLiquidity);
        Asset claim = view.issued(SHARES);
        AccountId pool = view.own(POOL);
        return new Step<>(new State(after.rootK(), Option.none()), paid.reversed(), paid.marks(), 0)
                .move(pool, view.own(LOCKED), claim, locked)
                .move(pool, provider, claim, shares - locked)
                .returning(shares - locked);
    }

    /** Pays out both assets in proportion; returns the units of {@code a}. */
    private Either<Rejection, Step<State>> redeem(State state, AccountId sender, Action.Redeem redeem, VenueView view) {
        Asset claim = view.issued(SHARES);
        if (!redeem.shares().equals(claim)) {
            return refuse(Reason.NOT_OFFERED, "the pool redeems " + claim + ", not " + redeem.shares());
        }
        long funds = view.balance(sender, claim);
        long shares = view.amount(redeem.quantity(), funds);
        if (shares > funds) {
            return lacking(claim, shares, funds);
        }
        Reserves before = Reserves.of(this, view);
        long fees = feeShares(state, before);
        // The fee's shares come first: who leaves is diluted by them like who stays.
        long supply = before.shares() + fees;
        long unitsA = supply == 0 ? 0 : Exact.mulDivDown(shares, before.a(), supply);
        long unitsB = supply == 0 ? 0 : Exact.mulDivDown(shares, before.b(), supply);
        if (unitsA == 0 || unitsB == 0) {
            return refuse(Reason.TOO_SMALL, claim.show(shares) + " are worth less than a unit of each asset");
        }
        AccountId pool = view.own(POOL);
        State next = new State(new Reserves(before.a() - unitsA, before.b() - unitsB, 0).rootK(), Option.none());
        return Either.right(Step.of(next)
                .move(pool, view.treasury(), claim, fees)
                .move(sender, pool, claim, shares)
                .move(pool, sender, a, unitsA)
                .move(pool, sender, b, unitsB)
                .returning(unitsA));
    }

    /** {@code S · (√k − √k₀) ÷ (5·√k + √k₀)}, rounded down: a sixth of the growth of √k. */
    private long feeShares(State state, Reserves now) {
        long rootK = now.rootK();
        if (!protocolFee || state.rootK() == 0 || rootK <= state.rootK()) {
            return 0;
        }
        BigInteger then = BigInteger.valueOf(state.rootK());
        BigInteger root = BigInteger.valueOf(rootK);
        return BigInteger.valueOf(now.shares())
                .multiply(root.subtract(then))
                .divide(root.multiply(BigInteger.valueOf(5)).add(then))
                .longValueExact();
    }

    private Either<Rejection, Step<State>> flashBorrow(
            State state, AccountId sender, Action.FlashBorrow borrow, VenueView view) {
        Asset asset = borrow.asset();
        if (!asset.equals(a) && !asset.equals(b)) {
            return refuse(Reason.NOT_OFFERED, "the pool lends " + a + " and " + b);
        }
        AccountId pool = view.own(POOL);
        long reserve = view.balance(pool, asset);
        long units = view.amount(borrow.quantity(), reserve - 1);
        if (units >= reserve) {
            return lacking(asset, units, reserve);
        }
        State lent = new State(state.rootK(), Option.some(new Loan(sender, asset, units)));
        return Either.right(Step.of(lent).move(pool, sender, asset, units).returning(units));
    }

    private Either<Rejection, Step<State>> flashReturn(State state, AccountId sender, Asset asset, VenueView view) {
        Option<Loan> loan = state.loan()
                .filter(l -> l.borrower().equals(sender) && l.asset().equals(asset));
        if (loan.isEmpty()) {
            return refuse(Reason.NOT_THERE, "no flash loan of " + asset + " is out to the sender");
        }
        long due = Exact.dividedUp(loan.get().units(), Ratio.ONE.value().minus(fee.value()));
        long funds = view.balance(sender, asset);
        if (due > funds) {
            return lacking(asset, due, funds);
        }
        return Either.right(Step.of(new State(state.rootK(), Option.none()))
                .move(sender, view.own(POOL), asset, due)
                .returning(due));
    }

    @Override
    public Option<Rejection> atEnd(State state, VenueView view) {
        return state.loan()
                .map(loan -> new Rejection(
                        Reason.INSUFFICIENT_FUNDS,
                        "the flash loan of " + loan.asset().show(loan.units()) + " was not returned"));
    }

    private static Either<Rejection, Step<State>> lacking(Asset asset, long wanted, long funds) {
        return refuse(Reason.INSUFFICIENT_FUNDS, "wanted " + asset.show(wanted) + ", there is " + asset.show(funds));
    }

    private static Either<Rejection, Step<State>> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
