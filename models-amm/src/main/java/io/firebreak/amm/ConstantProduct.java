package io.firebreak.amm;

import io.firebreak.amm.pool.Joining;
import io.firebreak.amm.pool.Reserves;
import io.firebreak.amm.pool.SharePool;
import io.firebreak.amm.pool.Trade;
import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.api.venue.StatesPrice;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigInteger;

/**
 * A pool of two assets that trades along {@code a · b = k}. While a flash loan is out the pool does nothing else.
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
        implements SharePool<ConstantProduct.State>,
                SettlesAtEnd<ConstantProduct.State>,
                StatesPrice<ConstantProduct.State> {

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
        SharePool.requireDifferent(Vector.of(a, b));
        if (fee.value().scale() > 9) {
            throw new IllegalArgumentException("a pool's fee has at most nine decimals, not " + fee);
        }
    }

    @Override
    public Seq<Asset> assets() {
        return Vector.of(a, b);
    }

    @Override
    public State initial() {
        return new State(0, Option.none());
    }

    @Override
    public State remember(State state, Reserves after) {
        return new State(rootK(after), Option.none());
    }

    @Override
    public Either<Rejection, Step<State>> act(State state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (action instanceof Action.FlashReturn repayment) {
            return flashReturn(state, sender, repayment.asset(), view);
        }
        if (state.loan().isDefined()) {
            return SharePool.refuse(Reason.STOPPED, "the pool is locked until its flash loan is returned");
        }
        return action instanceof Action.FlashBorrow borrow
                ? flashBorrow(state, sender, borrow, view)
                : SharePool.super.act(state, sender, action, view);
    }

    @Override
    public long quote(State state, Asset give, long units, Asset get, VenueView view) {
        return state.loan().isDefined() ? 0 : SharePool.super.quote(state, give, units, get, view);
    }

    /** By the reserves. */
    @Override
    public Option<Double> price(State state, Asset of, Asset in, VenueView view) {
        double units = of.wholeAsDouble(view.balance(view.own(POOL), of));
        double paid = in.wholeAsDouble(view.balance(view.own(POOL), in));
        boolean trades = assets().contains(of) && assets().contains(in) && !of.equals(in);
        return Option.when(trades && units > 0 && paid > 0, paid / units);
    }

    @Override
    public Trade trade(Reserves pool, int give, long in, int get) {
        return give > 1 || get > 1 ? Trade.NONE : Trade.of(outDown(in, pool.units(give), pool.units(get), fee.value()));
    }

    /**
     * What a trade pays out, rounded down.
     *
     * @formula floor(in·(1−f)·out ÷ (reserveIn + in·(1−f))), every product exact
     */
    static long outDown(long in, long reserveIn, long reserveOut, Decimal fee) {
        if (in <= 0 || reserveIn <= 0 || reserveOut <= 0) {
            return 0;
        }
        long whole = 1;
        for (int digit = 0; digit < fee.scale(); digit++) {
            whole *= 10;
        }
        long kept = whole - fee.digits();
        long high = Math.multiplyHigh(in, kept) | Math.multiplyHigh(reserveIn, whole);
        long paid = in * kept;
        long base = reserveIn * whole;
        // The common case in two long products; whatever overflows goes the long way round.
        if (high == 0 && paid >= 0 && base >= 0 && paid + base > 0) {
            return Exact.mulDivDown(paid, reserveOut, paid + base);
        }
        BigInteger exactPaid = BigInteger.valueOf(in).multiply(BigInteger.valueOf(kept));
        return exactPaid
                .multiply(BigInteger.valueOf(reserveOut))
                .divide(BigInteger.valueOf(reserveIn)
                        .multiply(BigInteger.valueOf(whole))
                        .add(exactPaid))
                .longValueExact();
    }

    @Override
    public long firstShares(Reserves offered) {
        return rootK(offered);
    }

    /** Takes of each asset what the shares are worth. */
    @Override
    public Joining join(Reserves pool, long[] offered) {
        long shares = Exact.compareProducts(offered[0], pool.units(1), offered[1], pool.units(0)) <= 0
                ? Exact.mulDivDown(offered[0], pool.shares(), pool.units(0))
                : Exact.mulDivDown(offered[1], pool.shares(), pool.units(1));
        return new Joining(shares, pool.partUp(shares), new long[2]);
    }

    /** {@code floor(√(a · b))}. */
    private static long rootK(Reserves pool) {
        return BigInteger.valueOf(pool.units(0))
                .multiply(BigInteger.valueOf(pool.units(1)))
                .sqrt()
                .longValueExact();
    }

    /** {@code S · (√k − √k₀) ÷ (5·√k + √k₀)}, rounded down: a sixth of the growth of √k. */
    @Override
    public long feeShares(State state, Reserves now) {
        if (!protocolFee || state.rootK() == 0) {
            return 0;
        }
        long rootK = Math.max(state.rootK(), rootK(now));
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
            return SharePool.refuse(Reason.NOT_OFFERED, "the pool lends " + a + " and " + b);
        }
        AccountId pool = view.own(POOL);
        long reserve = view.balance(pool, asset);
        long units = view.amount(borrow.quantity(), Math.max(0, reserve - 1));
        if (units >= reserve) {
            return SharePool.lacking(asset, units, reserve);
        }
        State lent = new State(state.rootK(), Option.some(new Loan(sender, asset, units)));
        return Either.right(Step.of(lent).move(pool, sender, asset, units).returning(units));
    }

    private Either<Rejection, Step<State>> flashReturn(State state, AccountId sender, Asset asset, VenueView view) {
        Option<Loan> loan = state.loan()
                .filter(l -> l.borrower().equals(sender) && l.asset().equals(asset));
        if (loan.isEmpty()) {
            return SharePool.refuse(Reason.NOT_THERE, "no flash loan of " + asset + " is out to the sender");
        }
        long due = Exact.dividedUp(loan.get().units(), Ratio.ONE.value().minus(fee.value()));
        long funds = view.balance(sender, asset);
        if (due > funds) {
            return SharePool.lacking(asset, due, funds);
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
}
