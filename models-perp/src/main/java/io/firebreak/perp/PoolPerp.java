package io.firebreak.perp;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.firebreak.api.view.Price;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A perpetual exchange whose traders, long and short, trade with its account {@code pool} at the oracle's price, each on
 * isolated margin.
 *
 * <p>A position is held as {@link Position} says. Every trade pays the position fee on the size traded to the treasury, and
 * to the pool what funding has accrued; reducing a position settles its share of profit or loss in collateral. Amounts are
 * rounded against the trader. Trades are refused without a price, and where the pool could not pay: its collateral must
 * cover the sizes at entry of all positions.
 *
 * @formula funding counter += floor(fundingFactor · Σ size · intervals ÷ pool), in millionths, per whole interval
 * @source GMX v1, {@code Vault.sol}, {@code VaultUtils.sol}
 */
@About(
        value = "A perpetual exchange: longs and shorts trade with a pool at the oracle's price, on isolated margin.",
        follows = "GMX v1 (Vault.sol)",
        simplifies =
                "one collateral, in which the pool pays longs too; one price instead of a least and a greatest; no minimum"
                        + " profit; no shares of the pool, which is the treasury's; funding goes to the pool and is forgiven where"
                        + " nothing is left to pay it; what a liquidation leaves is the trader's, its penalty the liquidation"
                        + " model's")
public record PoolPerp(
        @Parameter("margin and settlement") Asset collateral,
        @Parameter("the oracle of the underlying, in collateral per whole contract") OracleRef oracle,
        @Parameter(
                        value = "base units of a contract as a power of ten",
                        unit = "digits",
                        preset = "9",
                        min = "0",
                        max = "9")
                int contractDecimals,
        @Parameter(value = "fee on the size traded", preset = "0.1%", min = "0", source = "GMX v1") Ratio positionFee,
        @Parameter(
                        value = "size at entry ÷ margin above which a position may be liquidated",
                        unit = "multiple",
                        preset = "50",
                        min = "1",
                        source = "GMX v1")
                Decimal maxLeverage,
        @Parameter(
                        value = "size at entry ÷ margin that a trade or a withdrawal may leave",
                        unit = "multiple",
                        preset = "50",
                        min = "1",
                        source = "GMX v1 asks no more than not to be liquidatable")
                Decimal initialLeverage,
        @Parameter(
                        value = "a fixed charge that a position must be able to pay",
                        unit = "of the collateral",
                        preset = "5",
                        min = "0",
                        source = "GMX v1: 5 USD")
                Decimal liquidationFee,
        @Parameter(
                        value = "what a position pays of its size per interval when the pool is fully used",
                        preset = "0.06%",
                        min = "0",
                        source = "GMX v1: fundingRateFactor 600 of a million")
                Ratio fundingFactor,
        @Parameter(value = "funding accrues in whole intervals", preset = "8 h", min = "1 s", source = "GMX v1")
                Duration fundingInterval)
        implements MarginVenue<PoolPerp.State> {

    static final String CONTRACT = "contract";
    static final String QUOTE = "quote";
    static final String SIZE = "size";
    static final String PREPAID = "prepaid";
    private static final String POOL = "pool";
    private static final String FUNDING = "funding";
    private static final int MILLION = 1_000_000;

    /**
     * The funding clock.
     *
     * @param counter cumulative funding per unit of size, in millionths
     * @param paidToMillis start of the running interval; 0 before the first block
     */
    public record State(long counter, long paidToMillis) {}

    @Override
    public Plan plan() {
        int decimals = collateral.decimals();
        return Plan.empty()
                .own(POOL)
                .claim(CONTRACT, contractDecimals, Plan.Kind.CONTRACT)
                .claim(QUOTE, decimals, Plan.Kind.CONTRACT)
                .claim(SIZE, decimals, Plan.Kind.CONTRACT)
                .claim(PREPAID, decimals, Plan.Kind.CONTRACT);
    }

    @Override
    public State initial() {
        return new State(0, 0);
    }

    @Override
    public Seq<Leg> legs(VenueView view) {
        AccountId pool = view.own(POOL);
        PriceSource unit = new PriceSource.Unit();
        return List.of(
                new Leg.Holding(collateral, unit),
                new Leg.Contract(view.issued(CONTRACT), new PriceSource.Feed(oracle), pool),
                new Leg.Quote(view.issued(QUOTE), collateral, pool, unit),
                new Leg.Quote(view.issued(SIZE), collateral, pool, new PriceSource.Mark(FUNDING)),
                new Leg.Quote(view.issued(PREPAID), collateral, pool, unit));
    }

    @Override
    public EntrySizeMargin margin() {
        return new EntrySizeMargin(maxLeverage, initialLeverage, positionFee, liquidationFee);
    }

    @Override
    public Asset numeraire(VenueView view) {
        return collateral;
    }

    @Override
    public Step<State> advance(State state, VenueView view) {
        long interval = fundingInterval.toMillis();
        long now = view.block().timeMillis();
        long started = now - Math.floorMod(now, interval);
        if (state.paidToMillis() == 0) {
            return Step.of(new State(0, started)).mark(FUNDING, Decimal.ZERO);
        }
        if (started <= state.paidToMillis()) {
            return cashIn(Step.of(state), view);
        }
        AccountId pool = view.own(POOL);
        long rate = fundingRate(
                view.balance(pool, view.issued(SIZE)),
                view.balance(pool, collateral),
                (started - state.paidToMillis()) / interval);
        State next = new State(Math.addExact(state.counter(), rate), started);
        return cashIn(Step.of(next).mark(FUNDING, new Decimal(next.counter(), 6)), view);
    }

    /** A liquidation pays its penalty in the money leg; the pool turns it into collateral. */
    private Step<State> cashIn(Step<State> step, VenueView view) {
        AccountId pool = view.own(POOL);
        AccountId treasury = view.treasury();
        long units = Math.min(view.balance(treasury, view.issued(QUOTE)), view.balance(pool, collateral));
        return units <= 0
                ? step
                : step.move(treasury, pool, view.issued(QUOTE), units).move(pool, treasury, collateral, units);
    }

    /** {@code floor(fundingFactor · sizes · intervals ÷ pool)} in millionths. */
    long fundingRate(long sizes, long pool, long intervals) {
        return pool <= 0 ? 0 : Exact.mulDivDown(fundingFactor.ofDown(MILLION) * intervals, sizes, pool);
    }

    @Override
    public Either<Rejection, Step<State>> act(State state, AccountId sender, Action.AtVenue action, VenueView view) {
        if (action instanceof Action.Deposit deposit && deposit.asset().equals(collateral)) {
            long funds = view.balance(sender, collateral);
            long units = view.amount(deposit.quantity(), funds);
            return units > funds
                    ? lacking(units, funds)
                    : Either.right(Step.of(state)
                            .move(sender, view.marginAccount(sender), collateral, units)
                            .returning(units));
        }
        if (action instanceof Action.Withdraw withdrawal && withdrawal.asset().equals(collateral)) {
            return withdraw(state, sender, withdrawal, view);
        }
        if (action instanceof Action.Trade trade && trade.contract().equals(view.issued(CONTRACT))) {
            try {
                return trade(state, sender, trade.contracts(), view);
            } catch (ArithmeticException overflow) {
                return refuse(Reason.LIMIT_REACHED, "amounts beyond what the ledger counts: " + overflow);
            }
        }
        return refuse(Reason.NOT_OFFERED, "the exchange takes " + collateral + " and trades " + view.issued(CONTRACT));
    }

    private Either<Rejection, Step<State>> withdraw(
            State state, AccountId sender, Action.Withdraw withdrawal, VenueView view) {
        AccountId account = view.marginAccount(sender);
        AccountId pool = view.own(POOL);
        Position start = Position.of(account, collateral, view);
        Position before = settled(start, view);
        long units = view.amount(withdrawal.quantity(), before.margin());
        if (units > before.margin()) {
            return lacking(units, before.margin());
        }
        Position rest = before.withMargin(before.margin() - units);
        Step<State> step = start.claimsTo(rest, Step.of(state), account, pool, view);
        return Either.right(Position.shift(step, pool, account, collateral, before.margin() - start.margin())
                .move(account, sender, collateral, units)
                .returning(units));
    }

    /** Returns the margin that the account has afterwards. */
    private Either<Rejection, Step<State>> trade(State state, AccountId sender, long bought, VenueView view) {
        Option<Price> price = view.price(view.issued(CONTRACT));
        if (price.isEmpty()) {
            return refuse(Reason.NO_PRICE, "the oracle " + oracle + " has not published");
        }
        AccountId account = view.marginAccount(sender);
        AccountId pool = view.own(POOL);
        Position start = Position.of(account, collateral, view);
        Position before = settled(start, view);
        Decimal value = price.get().value();
        long notional = Math.abs(worth(Math.negateExact(bought), value));
        boolean adds = Long.signum(before.contracts()) * Long.signum(bought) >= 0;
        if (!adds && Math.abs(bought) > Math.abs(before.contracts())) {
            return refuse(
                    Reason.NOT_OFFERED,
                    "a trade cannot turn " + before.contracts() + " contracts round by " + bought
                            + "; close them first");
        }
        if (adds && notional == 0) {
            return refuse(Reason.TOO_SMALL, bought + " contracts are worth less than a unit of " + collateral);
        }
        if (adds && view.balance(pool, view.issued(SIZE)) + notional > view.balance(pool, collateral)) {
            return refuse(Reason.LIMIT_REACHED, "the pool cannot back another " + collateral.show(notional));
        }
        Position moved = adds ? before.increased(bought, notional) : before.reduced(Math.abs(bought));
        long profit = adds ? 0 : before.quote() - moved.quote() - Long.signum(bought) * notional;
        long traded = adds || before.size() == 0 ? notional : before.size() - moved.size();
        long fee = positionFee.ofUp(traded);
        Decimal counter = view.mark(FUNDING).getOrElse(Decimal.ZERO);
        long fromPool = before.margin() - start.margin() + profit - before.funding(counter);
        long margin = start.margin() + fromPool - fee;
        if (margin < 0) {
            return lacking(fee - fromPool, start.margin());
        }
        if (fromPool > view.balance(pool, collateral)) {
            return refuse(Reason.INSUFFICIENT_FUNDS, "the pool cannot pay " + collateral.show(fromPool));
        }
        Position after = moved.paidUp(counter).withMargin(margin);
        // The loss leaves the account before the fee does, and a profit enters before: it never goes below zero.
        Step<State> step = start.claimsTo(after, Step.of(state), account, pool, view);
        return Either.right(Position.shift(step, pool, account, collateral, fromPool)
                .move(account, view.treasury(), collateral, fee)
                .returning(margin));
    }

    /** The value of signed contracts, rounded against who holds them. */
    private long worth(long contracts, Decimal price) {
        int shift = collateral.decimals() - contractDecimals;
        return contracts >= 0
                ? Exact.convert(contracts, price, Decimal.ONE, shift, RoundingMode.DOWN)
                : -Exact.convert(Math.negateExact(contracts), price, Decimal.ONE, shift, RoundingMode.UP);
    }

    @Override
    public Seq<Posting> settle(AccountId account, VenueView view) {
        AccountId pool = view.own(POOL);
        Position before = Position.of(account, collateral, view);
        Position after = settled(before, view);
        Step<State> step = before.claimsTo(after, Step.of(initial()), account, pool, view);
        return Position.shift(step, pool, account, collateral, after.margin() - before.margin())
                .reversed()
                .reverse();
    }

    /**
     * A closed position with its money leg set off against its margin: the pool pays a profit, takes a loss, and then what
     * funding has accrued, as far as margin is left. What is missing on either side stays in the money leg.
     */
    private Position settled(Position position, VenueView view) {
        if (position.open()) {
            return position;
        }
        long funding = position.funding(view.mark(FUNDING).getOrElse(Decimal.ZERO));
        long left = Math.addExact(position.margin(), position.quote());
        long owed = position.quote() - Math.min(funding, Math.max(0, left));
        long paid = owed >= 0
                ? Math.min(owed, view.balance(view.own(POOL), collateral))
                : Math.max(owed, -position.margin());
        return new Position(position.margin() + paid, 0, owed - paid, 0, 0);
    }

    private Either<Rejection, Step<State>> lacking(long wanted, long funds) {
        return refuse(
                Reason.INSUFFICIENT_FUNDS,
                "wanted " + collateral.show(wanted) + ", there is " + collateral.show(funds));
    }

    private static Either<Rejection, Step<State>> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
