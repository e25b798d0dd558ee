package io.firebreak.testkit.reference;

import static io.firebreak.api.action.Reason.INSUFFICIENT_FUNDS;
import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.NO_PRICE;
import static io.firebreak.api.action.Reason.TOO_SMALL;

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
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.math.RoundingMode;

/**
 * A perpetual exchange whose traders, long and short, trade with its account {@code pool} at the oracle's price, without
 * fee or funding.
 *
 * <p>A position is contracts and what they cost, in the money leg. When no contract is left the money leg is set off against
 * the margin: the pool pays a profit as far as it can, and takes a loss as far as there is margin; the rest stays in the
 * money leg. The cost is rounded against the trader. A trade is refused where it leaves the pool with contracts worth more
 * than it holds.
 */
@About("A perpetual exchange: longs and shorts trade with a pool at the oracle's price.")
public record ReferencePerp(
        @Parameter("margin and settlement") Asset collateral,
        @Parameter("the price of a whole contract in the collateral") OracleRef oracle,
        @Parameter(
                        value = "equity ÷ notional below which an account may be liquidated",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "0.99")
                Ratio maintenanceMargin,
        @Parameter(
                        value = "equity ÷ notional that a trade or a withdrawal must leave",
                        unit = "ratio",
                        preset = "10%",
                        min = "0",
                        max = "0.99")
                Ratio initialMargin)
        implements MarginVenue<Nothing> {
    static final String POOL = "pool";
    static final String CONTRACT = "contract";
    static final String QUOTE = "quote";
    private static final int CONTRACT_DECIMALS = 9;

    @Override
    public Plan plan() {
        return Plan.empty()
                .own(POOL)
                .claim(CONTRACT, CONTRACT_DECIMALS, Plan.Kind.CONTRACT)
                .claim(QUOTE, collateral.decimals(), Plan.Kind.CONTRACT);
    }

    @Override
    public Seq<Leg> legs(VenueView view) {
        AccountId pool = view.own(POOL);
        PriceSource unit = new PriceSource.Unit();
        return List.of(
                new Leg.Holding(collateral, unit),
                new Leg.Contract(view.issued(CONTRACT), new PriceSource.Feed(oracle), pool),
                new Leg.Quote(view.issued(QUOTE), collateral, pool, unit));
    }

    @Override
    public OfNotional margin() {
        return new OfNotional(maintenanceMargin, initialMargin);
    }

    @Override
    public Asset numeraire(VenueView view) {
        return collateral;
    }

    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    /** A penalty reaches the treasury in the money leg; the pool turns it into collateral. */
    @Override
    public Step<Nothing> advance(Nothing state, VenueView view) {
        long due = view.balance(view.treasury(), view.issued(QUOTE));
        return due <= 0
                ? Step.of(state)
                : pay(Step.of(state), view.treasury(), Math.min(due, view.balance(view.own(POOL), collateral)), view);
    }

    @Override
    public Either<Rejection, Step<Nothing>> act(
            Nothing state, AccountId sender, Action.AtVenue action, VenueView view) {
        AccountId account = view.marginAccount(sender);
        if (action instanceof Action.Deposit deposit && deposit.asset().equals(collateral)) {
            long there = view.balance(sender, collateral);
            return moved(Step.of(state), sender, account, view.amount(deposit.quantity(), there), there);
        }
        if (action instanceof Action.Withdraw withdraw && withdraw.asset().equals(collateral)) {
            long settled = view.balance(account, view.issued(CONTRACT)) == 0
                    ? payable(account, view.balance(account, view.issued(QUOTE)), view)
                    : 0;
            long there = view.balance(account, collateral) + settled;
            Step<Nothing> step = pay(Step.of(state), account, settled, view);
            return moved(step, account, sender, view.amount(withdraw.quantity(), there), there);
        }
        if (action instanceof Action.Trade trade && trade.contract().equals(view.issued(CONTRACT))) {
            try {
                return trade(Step.of(state), account, trade.contracts(), view);
            } catch (ArithmeticException overflow) {
                return refuse(LIMIT_REACHED, "amounts beyond what the ledger counts: " + overflow.getMessage());
            }
        }
        return refuse(NOT_OFFERED, "the exchange takes " + collateral + " and trades " + view.issued(CONTRACT));
    }

    private Either<Rejection, Step<Nothing>> moved(
            Step<Nothing> step, AccountId from, AccountId to, long units, long there) {
        return units > there
                ? refuse(INSUFFICIENT_FUNDS, collateral.show(units) + " wanted, " + collateral.show(there) + " there")
                : Either.right(step.move(from, to, collateral, units).returning(units));
    }

    /** Returns what the contracts cost; what they brought where they were sold. */
    private Either<Rejection, Step<Nothing>> trade(Step<Nothing> step, AccountId account, long bought, VenueView view) {
        AccountId pool = view.own(POOL);
        Asset contract = view.issued(CONTRACT);
        if (view.price(contract).isEmpty()) {
            return refuse(NO_PRICE, "the oracle " + oracle + " has not published");
        }
        Decimal price = view.price(contract).get().value();
        long cost = bought >= 0
                ? worth(bought, price, RoundingMode.UP)
                : -worth(Math.negateExact(bought), price, RoundingMode.DOWN);
        if (cost == 0) {
            return refuse(TOO_SMALL, bought + " contracts are worth less than a unit of " + collateral);
        }
        long before = Math.abs(view.balance(pool, contract));
        long after = Math.abs(Math.subtractExact(view.balance(pool, contract), bought));
        if (after > before && worth(after, price, RoundingMode.UP) > view.balance(pool, collateral)) {
            return refuse(LIMIT_REACHED, "the pool cannot back " + contract.show(after));
        }
        long contracts = Math.addExact(view.balance(account, contract), bought);
        long quote = Math.subtractExact(view.balance(account, view.issued(QUOTE)), cost);
        Step<Nothing> traded =
                shift(shift(step, pool, account, contract, bought), account, pool, view.issued(QUOTE), cost);
        return Either.right(pay(traded, account, contracts == 0 ? payable(account, quote, view) : 0, view)
                .returning(Math.abs(cost)));
    }

    private long worth(long contracts, Decimal price, RoundingMode rounding) {
        return Exact.convert(contracts, price, Decimal.ONE, collateral.decimals() - CONTRACT_DECIMALS, rounding);
    }

    @Override
    public Seq<Posting> settle(AccountId account, VenueView view) {
        return view.balance(account, view.issued(CONTRACT)) != 0
                ? List.empty()
                : pay(
                                Step.of(Nothing.NOTHING),
                                account,
                                payable(account, view.balance(account, view.issued(QUOTE)), view),
                                view)
                        .reversed()
                        .reverse();
    }

    /** What the pool can pay of a money leg; negative: what the account can. */
    private long payable(AccountId account, long quote, VenueView view) {
        return quote >= 0
                ? Math.min(quote, view.balance(view.own(POOL), collateral))
                : Math.max(quote, -view.balance(account, collateral));
    }

    /** Turns so much of a money leg into collateral, either way. */
    private Step<Nothing> pay(Step<Nothing> step, AccountId account, long units, VenueView view) {
        AccountId pool = view.own(POOL);
        return shift(shift(step, pool, account, collateral, units), account, pool, view.issued(QUOTE), units);
    }

    /** Moves signed units. */
    private static Step<Nothing> shift(Step<Nothing> step, AccountId from, AccountId to, Asset asset, long units) {
        return units >= 0 ? step.move(from, to, asset, units) : step.move(to, from, asset, -units);
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
