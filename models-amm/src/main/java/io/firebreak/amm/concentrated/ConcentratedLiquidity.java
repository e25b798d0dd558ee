package io.firebreak.amm.concentrated;

import static io.firebreak.amm.pool.SharePool.LOCKED;
import static io.firebreak.amm.pool.SharePool.POOL;
import static io.firebreak.amm.pool.SharePool.lacking;
import static io.firebreak.amm.pool.SharePool.refuse;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.Redeems;
import io.firebreak.api.venue.SettlesAtEnd;
import io.firebreak.api.venue.StatesPrice;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.Venue;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A pool of two assets whose providers choose the prices between which they make the market.
 *
 * <p>The ranges that may be chosen are declared; each issues its own share, {@code range-1} and so on, a part of the range's
 * liquidity and of the fees that it earned and did not pay out: a claim like any other, also collateral. What a scenario
 * seeds {@code pool} with is spread over the ranges by their weights, and belongs to the venue's treasury with what is left
 * over. A trade stops where the last liquidity ends, and takes no more than it used. The first {@code minimumLiquidity}
 * shares of a range are locked for good. Every amount is rounded in the pool's favour; what somebody gives the pool is
 * nobody's.
 *
 * @source Uniswap v3, {@code UniswapV3Pool.sol}
 */
@About(
        value = "A pool of two assets whose providers choose the prices between which they make the market.",
        follows = "Uniswap v3 (UniswapV3Pool.sol); shares of a range as in Gelato's G-UNI vaults (GUniPool.sol)",
        simplifies =
                "Ranges are declared; a trade stops where the last liquidity ends, where the original would move the price"
                        + " on for nothing; no protocol fee; a flash loan is repaid in the asset lent")
public record ConcentratedLiquidity(
        @Parameter("the first asset of the pool") Asset a,
        @Parameter("the other asset of the pool, in which prices are stated") Asset b,
        @Parameter(
                        value = "what a trader pays on the amount handed in; at most six decimals",
                        preset = "0.3%",
                        min = "0",
                        max = "50%",
                        source = "Uniswap v3")
                Ratio fee,
        @Parameter(
                        value = "ranges begin and end at multiples of so many ticks of 0.01 %",
                        unit = "ticks",
                        preset = "60",
                        min = "1",
                        max = "16383",
                        source = "Uniswap v3: 10 at a fee of 0.05 %, 60 at 0.3 %, 200 at 1 %")
                int tickSpacing,
        @Parameter(value = "price of a whole unit of the first asset when the pool opens", unit = "b") Decimal price,
        @Parameter(
                        value = "between which prices liquidity may be provided; all prices where there are none",
                        preset = "[]")
                Seq<PriceRange> ranges,
        @Parameter(
                        value = "shares of a range locked for good when it gets its first liquidity",
                        unit = "base units of shares",
                        preset = "1000",
                        min = "0",
                        source = "G-UNI and Uniswap v2, MINIMUM_LIQUIDITY")
                long minimumLiquidity)
        implements Venue<ConcentratedLiquidity.State>,
                Quotes<ConcentratedLiquidity.State>,
                StatesPrice<ConcentratedLiquidity.State>,
                Redeems<ConcentratedLiquidity.State>,
                SettlesAtEnd<ConcentratedLiquidity.State> {

    /**
     * What the ledger does not say.
     *
     * @param positions the liquidity of each range
     * @param loan a flash loan that is out
     */
    public record State(Curve curve, Vector<Position> positions, Option<Loan> loan) {}

    /** A flash loan. */
    public record Loan(AccountId borrower, Asset asset, long units) {}

    /** Liquidity of a first deposit in a unit, a power of two, that lets the shares of later ones fit as well. */
    private static final int FIRST_SHARE_BITS = 53;

    private static final BigInteger MOST_SHARES = BigInteger.ONE.shiftLeft(62);

    public ConcentratedLiquidity {
        if (a.equals(b)) {
            throw new IllegalArgumentException("a pool needs two different assets, not " + a + " twice");
        }
        if (fee.value().scale() > 6) {
            throw new IllegalArgumentException("a pool's fee has at most six decimals, not " + fee);
        }
        Vector<Position> positions = positions(ranges, tickSpacing, a, b);
        if (positions.map(each -> each.lower() + ".." + each.upper()).distinct().size() < positions.size()) {
            throw new IllegalArgumentException("two ranges begin and end at the same ticks");
        }
        TickMath.tickAt(sqrtPrice(price, a, b));
    }

    private static Vector<Position> positions(Seq<PriceRange> ranges, int spacing, Asset a, Asset b) {
        int last = TickMath.MAX_TICK / spacing * spacing;
        return ranges.isEmpty()
                ? Vector.of(Position.between(-last, last))
                : ranges.map(range -> position(range, spacing, last, a, b)).toVector();
    }

    private static Position position(PriceRange range, int spacing, int last, Asset a, Asset b) {
        int lower = range.lower()
                .map(each -> usable(sqrtPrice(each, a, b), spacing))
                .getOrElse(-last);
        int upper = range.upper()
                .map(each -> usable(sqrtPrice(each, a, b), spacing))
                .getOrElse(last);
        if (lower >= upper) {
            throw new IllegalArgumentException("a range from " + range.lower().getOrElse(Decimal.ZERO) + " to "
                    + range.upper().map(Decimal::toString).getOrElse("the end")
                    + " is narrower than the tick spacing of "
                    + spacing);
        }
        return Position.between(lower, upper);
    }

    /** The nearest tick at which ranges may begin and end. */
    private static int usable(BigInteger sqrtPrice, int spacing) {
        int tick = StrictMath.floorDiv(TickMath.tickAt(sqrtPrice) + spacing / 2, spacing) * spacing;
        return tick < TickMath.MIN_TICK ? tick + spacing : tick > TickMath.MAX_TICK ? tick - spacing : tick;
    }

    private static BigInteger sqrtPrice(Decimal price, Asset a, Asset b) {
        return new BigDecimal(BigInteger.ONE.shiftLeft(2 * SqrtPriceMath.FRACTION_BITS))
                .multiply(price.toBigDecimal())
                .scaleByPowerOfTen(b.decimals() - a.decimals())
                .toBigInteger()
                .sqrt();
    }

    private static String claim(int range) {
        return "range-" + (range + 1);
    }

    @Override
    public Plan plan() {
        Plan plan = Plan.empty().own(POOL).own(LOCKED);
        int count = StrictMath.max(1, ranges.size());
        for (int range = 0; range < count; range++) {
            plan = plan.claim(claim(range), (a.decimals() + b.decimals()) / 2, Plan.Kind.SHARE);
        }
        return plan;
    }

    @Override
    public State initial() {
        int pips = fee.value().times(Decimal.of(SwapStep.WHOLE)).toBigDecimal().intValueExact();
        return new State(
                Curve.at(sqrtPrice(price, a, b), pips, tickSpacing),
                positions(ranges, tickSpacing, a, b),
                Option.none());
    }

    /** Gives the treasury the shares of what the scenario seeded. */
    @Override
    public Step<State> advance(State state, VenueView view) {
        AccountId pool = view.own(POOL);
        long unitsA = view.balance(pool, a);
        long unitsB = view.balance(pool, b);
        boolean deserted = state.positions().forAll(each -> each.liquidity().signum() == 0);
        if (!deserted || (unitsA == 0 && unitsB == 0)) {
            return Step.of(state);
        }
        Seq<Integer> weights = ranges.isEmpty() ? Vector.of(1) : ranges.map(PriceRange::weight);
        int parts = state.positions().size();
        // Each range rounds up by less than a unit.
        BigInteger perWeight = affordable(state, weights, unitsA - parts, unitsB - parts);
        Step<State> step = Step.of(state);
        for (int range = 0; range < parts; range++) {
            BigInteger liquidity = perWeight.multiply(BigInteger.valueOf(weights.get(range)));
            if (shares(liquidity) > minimumLiquidity) {
                Curve.Amounts cost = cost(step.state(), range, liquidity);
                unitsA -= cost.a().longValueExact();
                unitsB -= cost.b().longValueExact();
                step = first(step, range, liquidity, view.treasury(), view);
            }
        }
        return step.move(pool, view.treasury(), a, unitsA).move(pool, view.treasury(), b, unitsB);
    }

    @Override
    public Option<Double> price(State state, Asset of, Asset in, VenueView view) {
        if (!trades(of, in)) {
            return Option.none();
        }
        double root = state.curve().sqrtPrice().doubleValue() / StrictMath.scalb(1.0, SqrtPriceMath.FRACTION_BITS);
        double whole = root * root * StrictMath.pow(10, a.decimals() - b.decimals());
        return Option.some(of.equals(a) ? whole : 1 / whole);
    }

    private boolean trades(Asset give, Asset get) {
        return give.equals(a) ? get.equals(b) : give.equals(b) && get.equals(a);
    }

    @Override
    public long quote(State state, Asset give, long units, Asset get, VenueView view) {
        return trades(give, get) && units > 0 && state.loan().isEmpty()
                ? swapped(state.curve(), give, units).out().longValueExact()
                : 0;
    }

    /** A swap as far as there is liquidity. */
    private Curve.Swapped swapped(Curve curve, Asset give, long units) {
        return curve.swapWithin(give.equals(a), BigInteger.valueOf(units));
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
        Asset give = swap.give();
        Asset get = swap.get();
        if (!trades(give, get)) {
            return refuse(Reason.NOT_OFFERED, "the pool trades " + a + " and " + b);
        }
        long funds = view.balance(sender, give);
        long units = view.amount(swap.quantity(), funds);
        if (units > funds) {
            return lacking(give, units, funds);
        }
        Curve.Swapped swapped = swapped(state.curve(), give, units);
        long out = swapped.out().longValueExact();
        if (out == 0) {
            return refuse(Reason.TOO_SMALL, give.show(units) + " buys nothing here");
        }
        if (out < swap.atLeast()) {
            return refuse(Reason.PRICE, "pays " + get.show(out) + ", asked at least " + get.show(swap.atLeast()));
        }
        AccountId pool = view.own(POOL);
        return Either.right(Step.of(new State(swapped.curve(), state.positions(), Option.none()))
                .move(sender, pool, give, swapped.in().longValueExact())
                .move(pool, sender, get, out)
                .returning(out));
    }

    /** Takes of each asset what the shares are worth, never more than offered; returns the shares. */
    private Either<Rejection, Step<State>> provide(
            State before, AccountId sender, Action.Provide provide, VenueView view) {
        int range = provide.shares().map(shares -> range(shares, view)).getOrElse(0);
        if (provide.quantities().size() != 2 || range < 0) {
            return refuse(
                    Reason.NOT_OFFERED,
                    "provide takes two quantities, of " + a + " and of " + b + ", and one of " + claims(view));
        }
        long[] most = new long[2];
        for (int i = 0; i < 2; i++) {
            Asset asset = i == 0 ? a : b;
            Quantity quantity = provide.quantities().get(i);
            long funds = view.balance(sender, asset);
            most[i] = view.amount(quantity, funds);
            if (most[i] > funds) {
                return lacking(asset, most[i], funds);
            }
        }
        State state = counting(before, range);
        long supply = supply(range, view);
        if (supply == 0) {
            Seq<Integer> only = state.positions().zipWithIndex((each, i) -> i == range ? 1 : 0);
            BigInteger liquidity = affordable(state, only, most[0], most[1]);
            if (shares(liquidity) <= minimumLiquidity) {
                return refuse(
                        Reason.TOO_SMALL, "too little for a first deposit: " + minimumLiquidity + " shares are locked");
            }
            Curve.Amounts cost = cost(state, range, liquidity);
            return Either.right(first(paying(Step.of(state), sender, cost, view), range, liquidity, sender, view));
        }
        Position position = state.positions().get(range);
        long shares = sharesDown(state.curve(), position, supply, most);
        if (shares == 0) {
            return refuse(Reason.TOO_SMALL, a.show(most[0]) + " and " + b.show(most[1]) + " are less than a share");
        }
        if (BigInteger.valueOf(supply).add(BigInteger.valueOf(shares)).compareTo(MOST_SHARES) > 0) {
            return refuse(Reason.LIMIT_REACHED, "there would be more shares than can be counted");
        }
        BigInteger more = partUp(position.liquidity(), shares, supply);
        Fees owed = new Fees(
                partUp(position.owed().a(), shares, supply),
                partUp(position.owed().b(), shares, supply));
        Curve.Amounts liquid = cost(state, range, more);
        Curve.Amounts cost =
                new Curve.Amounts(liquid.a().add(owed.a()), liquid.b().add(owed.b()));
        Step<State> step = Step.of(with(state, range, more, owed));
        return Either.right(paying(step, sender, cost, view)
                .move(view.own(POOL), sender, view.issued(claim(range)), shares)
                .returning(shares));
    }

    private Step<State> paying(Step<State> step, AccountId sender, Curve.Amounts cost, VenueView view) {
        return step.move(sender, view.own(POOL), a, cost.a().longValueExact())
                .move(sender, view.own(POOL), b, cost.b().longValueExact());
    }

    private Step<State> first(Step<State> paid, int range, BigInteger liquidity, AccountId provider, VenueView view) {
        long shares = shares(liquidity);
        long locked = StrictMath.min(shares, minimumLiquidity);
        Asset claim = view.issued(claim(range));
        State next = with(counting(paid.state(), range), range, liquidity, Fees.NONE);
        return new Step<>(next, paid.reversed(), paid.marks(), 0)
                .move(view.own(POOL), view.own(LOCKED), claim, locked)
                .move(view.own(POOL), provider, claim, shares - locked)
                .returning(shares - locked);
    }

    /** Pays out the shares' part of the liquidity and of the fees; returns the units of {@code a}, or of {@code b} where only those are. */
    private Either<Rejection, Step<State>> redeem(
            State before, AccountId sender, Action.Redeem redeem, VenueView view) {
        int range = range(redeem.shares(), view);
        if (range < 0) {
            return refuse(Reason.NOT_OFFERED, "the pool redeems " + claims(view) + ", not " + redeem.shares());
        }
        long funds = view.balance(sender, redeem.shares());
        long shares = view.amount(redeem.quantity(), funds);
        if (shares > funds) {
            return lacking(redeem.shares(), shares, funds);
        }
        State state = counting(before, range);
        Position position = state.positions().get(range);
        long supply = supply(range, view);
        BigInteger less = partDown(position.liquidity(), shares, supply);
        Fees owed = new Fees(
                partDown(position.owed().a(), shares, supply),
                partDown(position.owed().b(), shares, supply));
        Curve.Amounts liquid = state.curve().amounts(position.lower(), position.upper(), less, false);
        long unitsA = liquid.a().add(owed.a()).longValueExact();
        long unitsB = liquid.b().add(owed.b()).longValueExact();
        if (unitsA == 0 && unitsB == 0) {
            return refuse(
                    Reason.TOO_SMALL, redeem.shares().show(shares) + " are worth less than a unit of either asset");
        }
        AccountId pool = view.own(POOL);
        return Either.right(Step.of(with(state, range, less.negate(), Fees.NONE.minus(owed)))
                .move(sender, pool, redeem.shares(), shares)
                .move(pool, sender, a, unitsA)
                .move(pool, sender, b, unitsB)
                .returning(unitsA > 0 ? unitsA : unitsB));
    }

    @Override
    public Seq<Parcel> redemption(State state, Asset claim, long units, VenueView view) {
        int range = range(claim, view);
        long supply = range < 0 ? 0 : supply(range, view);
        if (supply == 0) {
            return Vector.empty();
        }
        Curve.Amounts worth =
                state.positions().get(range).counting(state.curve()).worth(state.curve(), false);
        return Vector.of(part(a, worth.a(), units, supply), part(b, worth.b(), units, supply));
    }

    private static Parcel part(Asset asset, BigInteger worth, long units, long supply) {
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
        return new Parcel(asset, partDown(worth, units, supply).min(most).longValueExact());
    }

    private String claims(VenueView view) {
        return Vector.range(0, StrictMath.max(1, ranges.size()))
                .map(range -> view.issued(claim(range)))
                .mkString(", ");
    }

    private int range(Asset shares, VenueView view) {
        int count = StrictMath.max(1, ranges.size());
        for (int range = 0; range < count; range++) {
            if (shares.equals(view.issued(claim(range)))) {
                return range;
            }
        }
        return -1;
    }

    private static long supply(int range, VenueView view) {
        return -view.balance(view.own(POOL), view.issued(claim(range)));
    }

    private static State counting(State state, int range) {
        Position counted = state.positions().get(range).counting(state.curve());
        return new State(state.curve(), state.positions().update(range, counted), state.loan());
    }

    private static State with(State state, int range, BigInteger more, Fees owed) {
        Position position = state.positions().get(range);
        return new State(
                state.curve().provided(position.lower(), position.upper(), more),
                state.positions().update(range, position.with(more, owed)),
                state.loan());
    }

    private static Curve.Amounts cost(State state, int range, BigInteger liquidity) {
        Position position = state.positions().get(range);
        return state.curve().amounts(position.lower(), position.upper(), liquidity, true);
    }

    /** The most liquidity per weight that amounts pay for in all ranges together. */
    private static BigInteger affordable(State state, Seq<Integer> weights, long unitsA, long unitsB) {
        BigInteger much = BigInteger.ONE.shiftLeft(192);
        Curve.Amounts cost = new Curve.Amounts(BigInteger.ZERO, BigInteger.ZERO);
        for (int range = 0; range < weights.size(); range++) {
            Curve.Amounts part = cost(state, range, much.multiply(BigInteger.valueOf(weights.get(range))));
            cost = new Curve.Amounts(cost.a().add(part.a()), cost.b().add(part.b()));
        }
        BigInteger byA = affordable(much, cost.a(), unitsA);
        BigInteger byB = affordable(much, cost.b(), unitsB);
        return cost.a().signum() == 0 ? byB : cost.b().signum() == 0 ? byA : byA.min(byB);
    }

    private static BigInteger affordable(BigInteger liquidity, BigInteger cost, long units) {
        return cost.signum() == 0 || units <= 0
                ? BigInteger.ZERO
                : liquidity.multiply(BigInteger.valueOf(units)).divide(cost);
    }

    /** The shares for a first deposit. */
    private static long shares(BigInteger liquidity) {
        return liquidity
                .shiftRight(StrictMath.max(0, liquidity.bitLength() - FIRST_SHARE_BITS))
                .longValueExact();
    }

    /** Shares that both amounts pay for, with what rounding up to whole liquidity and whole units may cost besides. */
    private static long sharesDown(Curve curve, Position position, long supply, long[] most) {
        Curve.Amounts worth = position.worth(curve, true);
        Curve.Amounts unit = curve.amounts(position.lower(), position.upper(), BigInteger.ONE, true);
        BigInteger byA = sharesDown(most[0], unit.a(), supply, worth.a());
        BigInteger byB = sharesDown(most[1], unit.b(), supply, worth.b());
        BigInteger shares = worth.a().signum() == 0 ? byB : worth.b().signum() == 0 ? byA : byA.min(byB);
        return shares.min(MOST_SHARES).longValueExact();
    }

    private static BigInteger sharesDown(long most, BigInteger unit, long supply, BigInteger worth) {
        BigInteger spare = BigInteger.valueOf(most).subtract(unit).subtract(BigInteger.TWO);
        return worth.signum() == 0 || spare.signum() < 0
                ? BigInteger.ZERO
                : spare.multiply(BigInteger.valueOf(supply)).divide(worth);
    }

    private static BigInteger partDown(BigInteger whole, long part, long of) {
        return of == 0
                ? BigInteger.ZERO
                : whole.multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(of));
    }

    private static BigInteger partUp(BigInteger whole, long part, long of) {
        return SqrtPriceMath.dividedUp(whole.multiply(BigInteger.valueOf(part)), BigInteger.valueOf(of));
    }

    private Either<Rejection, Step<State>> flashBorrow(
            State state, AccountId sender, Action.FlashBorrow borrow, VenueView view) {
        Asset asset = borrow.asset();
        if (!asset.equals(a) && !asset.equals(b)) {
            return refuse(Reason.NOT_OFFERED, "the pool lends " + a + " and " + b);
        }
        AccountId pool = view.own(POOL);
        long reserve = view.balance(pool, asset);
        long units = view.amount(borrow.quantity(), reserve);
        if (units > reserve) {
            return lacking(asset, units, reserve);
        }
        if (state.curve().liquidity().signum() == 0) {
            return refuse(Reason.NOT_DUE, "nobody provides liquidity at this price, who could earn the fee");
        }
        State lent = new State(state.curve(), state.positions(), Option.some(new Loan(sender, asset, units)));
        return Either.right(Step.of(lent).move(pool, sender, asset, units).returning(units));
    }

    private Either<Rejection, Step<State>> flashReturn(State state, AccountId sender, Asset asset, VenueView view) {
        Option<Loan> loan = state.loan()
                .filter(each -> each.borrower().equals(sender) && each.asset().equals(asset));
        if (loan.isEmpty()) {
            return refuse(Reason.NOT_THERE, "no flash loan of " + asset + " is out to the sender");
        }
        long units = loan.get().units();
        BigInteger charge = state.curve().feeUp(BigInteger.valueOf(units));
        long due = BigInteger.valueOf(units).add(charge).longValueExact();
        long funds = view.balance(sender, asset);
        if (due > funds) {
            return lacking(asset, due, funds);
        }
        State returned = new State(state.curve().earning(charge, asset.equals(a)), state.positions(), Option.none());
        return Either.right(
                Step.of(returned).move(sender, view.own(POOL), asset, due).returning(due));
    }

    @Override
    public Option<Rejection> atEnd(State state, VenueView view) {
        return state.loan()
                .map(loan -> new Rejection(
                        Reason.INSUFFICIENT_FUNDS,
                        "the flash loan of " + loan.asset().show(loan.units()) + " was not returned"));
    }
}
