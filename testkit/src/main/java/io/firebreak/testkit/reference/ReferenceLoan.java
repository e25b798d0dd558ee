package io.firebreak.testkit.reference;

import static io.firebreak.api.action.Reason.INSUFFICIENT_FUNDS;
import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.TOO_SMALL;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * A lending market: suppliers provide an asset for shares, borrowers draw it against one collateral.
 *
 * <p>On the ledger, {@code reserve} holds all that is the suppliers', lent or not, and {@code debt-pool} is negative by all
 * that is owed; what lies idle is the sum of both. Interest is one posting from the pool to the reserve. What nobody bore of
 * a loss stays on the books as bad debt and lowers what a supplier's share is worth. Shares count as if {@value #VIRTUAL} of
 * them and one base unit were nobody's: a gift to the reserve is shared with nobody, so it never pays to inflate a share and
 * to round the next supplier away. What a scenario seeds the reserve with is the treasury's.
 *
 * <p>{@code Provide} and {@code Redeem} are the suppliers' actions, the others the borrowers'. Every amount is rounded
 * against who asks.
 *
 * @source Morpho Blue, {@code SharesMathLib.sol}; Aave v3, {@code SupplyLogic.sol}
 */
@About("A lending market of one collateral and one borrowed asset, out of what suppliers provided.")
public record ReferenceLoan(
        @Parameter("what stands behind a loan") Asset collateral,
        @Parameter("what is supplied and borrowed") Asset borrowed,
        @Parameter("the price of the collateral in the borrowed asset") OracleRef oracle,
        @Parameter(
                        value = "debt ÷ collateral above which an account may be liquidated",
                        unit = "ratio",
                        preset = "80%",
                        min = "0.01",
                        max = "1")
                Ratio threshold,
        @Parameter(
                        value = "debt ÷ collateral that a loan or a withdrawal may leave",
                        unit = "ratio",
                        preset = "75%",
                        min = "0.01",
                        max = "1")
                Ratio maxLtv,
        @Parameter(value = "what debt grows by", preset = "5% per year", min = "0% per year", max = "1000% per year")
                Rate interest)
        implements MarginVenue<ReferenceLoan.Accrual> {
    static final String RESERVE = "reserve";
    static final String POOL = "debt-pool";
    static final String DEBT = "debt";
    static final String SUPPLY = "supply";
    static final int VIRTUAL = 1000;

    /**
     * Interest as it accrues.
     *
     * @param untilMillis up to when it was charged; 0 before the first block
     * @param carry what was earned and is less than a base unit
     */
    public record Accrual(long untilMillis, double carry) {}

    @Override
    public Plan plan() {
        return Plan.empty()
                .own(RESERVE)
                .own(POOL, borrowed)
                .claim(DEBT, borrowed.decimals(), Plan.Kind.DEBT)
                .claim(SUPPLY, Math.min(Asset.MAX_DECIMALS, borrowed.decimals() + 3), Plan.Kind.SHARE);
    }

    @Override
    public Seq<Leg> legs(VenueView view) {
        return List.of(
                new Leg.Holding(collateral, new PriceSource.Feed(oracle)),
                new Leg.SharedDebt(borrowed, view.issued(DEBT), view.own(POOL), new PriceSource.Unit()));
    }

    @Override
    public Option<AccountId> lenders(Asset asset, VenueView view) {
        return Option.when(asset.equals(borrowed), () -> view.own(RESERVE));
    }

    @Override
    public LoanToValue margin() {
        return new LoanToValue(threshold, maxLtv);
    }

    @Override
    public Asset numeraire(VenueView view) {
        return borrowed;
    }

    @Override
    public Option<Seq<Posting>> opening(AccountId account, AccountId owner, Parcel parcel, VenueView view) {
        return Option.when(
                parcel.asset().equals(borrowed),
                () -> List.of(
                        new Posting(view.outside(), view.own(RESERVE), borrowed, parcel.units()),
                        new Posting(view.own(RESERVE), owner, view.issued(SUPPLY), bought(parcel.units(), view))));
    }

    @Override
    public Accrual initial() {
        return new Accrual(0, 0);
    }

    /** What is the suppliers': lent, idle and interest, less what is missing and nobody bore. */
    public long supplied(VenueView view) {
        long missing = missing("shortfall", view) + missing("bad-debt", view);
        return Math.max(0, view.balance(view.own(RESERVE), borrowed) - missing);
    }

    /** A gift to such an account is not in the reserve, and cannot be paid out of it. */
    private long missing(String account, VenueView view) {
        return Math.max(0, -view.balance(view.own(account), borrowed));
    }

    /** What all borrowers owe. */
    public long borrowed(VenueView view) {
        return Math.max(0, -view.balance(view.own(POOL), borrowed));
    }

    /** What may be drawn or redeemed now. */
    public long idle(VenueView view) {
        return Math.max(0, supplied(view) + view.balance(view.own(POOL), borrowed));
    }

    @Override
    public Step<Accrual> advance(Accrual state, VenueView view) {
        long now = view.block().timeMillis();
        long since = state.untilMillis() == 0 ? now : state.untilMillis();
        double grown = StrictMath.expm1(
                StrictMath.log1p(interest.perPeriod().toDouble()) * (now - since) / interest.periodMillis());
        double earned = borrowed(view) * grown + state.carry();
        long whole = (long) earned;
        Step<Accrual> step =
                Step.of(new Accrual(now, earned - whole)).move(view.own(POOL), view.own(RESERVE), borrowed, whole);
        long unowned = shares(view) == 0 ? supplied(view) + whole : 0;
        return step.move(view.own(RESERVE), view.treasury(), view.issued(SUPPLY), Math.multiplyExact(unowned, VIRTUAL));
    }

    @Override
    public Either<Rejection, Step<Accrual>> act(
            Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
        try {
            return answer(Step.of(state), sender, action, view);
        } catch (ArithmeticException overflow) {
            return refuse(LIMIT_REACHED, "amounts beyond what the ledger counts: " + overflow.getMessage());
        }
    }

    private Either<Rejection, Step<Accrual>> answer(
            Step<Accrual> step, AccountId sender, Action.AtVenue action, VenueView view) {
        AccountId account = view.marginAccount(sender);
        if (action instanceof Action.Deposit deposit && deposit.asset().equals(collateral)) {
            return funded(deposit.quantity(), sender, collateral, view)
                    .map(units -> step.move(sender, account, collateral, units).returning(units));
        }
        if (action instanceof Action.Withdraw withdraw && withdraw.asset().equals(collateral)) {
            return funded(withdraw.quantity(), account, collateral, view)
                    .map(units -> step.move(account, sender, collateral, units).returning(units));
        }
        if (action instanceof Action.Borrow borrow && borrow.asset().equals(borrowed)) {
            return draw(step, sender, account, view.amount(borrow.quantity(), idle(view)), view);
        }
        if (action instanceof Action.Repay repay && repay.asset().equals(borrowed)) {
            long owed = Math.max(0, -view.holding(account, borrowed));
            long most = Math.min(owed, view.balance(sender, borrowed));
            return funded(Quantity.of(Math.min(owed, view.amount(repay.quantity(), most))), sender, borrowed, view)
                    .map(units -> repay(step, sender, account, units, owed, view));
        }
        if (action instanceof Action.Provide provide && provide.quantities().size() == 1) {
            return funded(provide.quantities().head(), sender, borrowed, view)
                    .flatMap(units -> provide(step, sender, units, view));
        }
        if (action instanceof Action.Redeem redeem && redeem.shares().equals(view.issued(SUPPLY))) {
            return funded(redeem.quantity(), sender, redeem.shares(), view)
                    .flatMap(units -> redeem(step, sender, units, view));
        }
        return refuse(NOT_OFFERED, "the market takes " + collateral + " and lends " + borrowed);
    }

    private Either<Rejection, Step<Accrual>> draw(
            Step<Accrual> step, AccountId sender, AccountId account, long units, VenueView view) {
        if (units > idle(view)) {
            return refuse(INSUFFICIENT_FUNDS, borrowed.show(idle(view)) + " lies idle");
        }
        AccountId pool = view.own(POOL);
        long total = borrowed(view);
        long shares = view.balance(pool, view.issued(DEBT));
        // Where a gift paid all debts off, shares of nothing are left: they must not share what is drawn now.
        long drawn = shares == 0 ? units : Exact.mulDivUp(units, shares, Math.max(1, total));
        Math.addExact(shares, drawn);
        return Either.right(step.move(pool, sender, borrowed, units)
                .move(account, pool, view.issued(DEBT), drawn)
                .returning(units));
    }

    private Step<Accrual> repay(
            Step<Accrual> step, AccountId sender, AccountId account, long units, long owed, VenueView view) {
        AccountId pool = view.own(POOL);
        Asset debt = view.issued(DEBT);
        long redeemed = units == owed
                ? -view.balance(account, debt)
                : Exact.mulDivDown(units, view.balance(pool, debt), borrowed(view));
        return step.move(sender, pool, borrowed, units)
                .move(pool, account, debt, redeemed)
                .returning(units);
    }

    private Either<Rejection, Step<Accrual>> provide(Step<Accrual> step, AccountId sender, long units, VenueView view) {
        long bought = bought(units, view);
        Math.addExact(shares(view), bought);
        return bought == 0
                ? refuse(TOO_SMALL, borrowed.show(units) + " buys no share")
                : Either.right(step.move(sender, view.own(RESERVE), borrowed, units)
                        .move(view.own(RESERVE), sender, view.issued(SUPPLY), bought)
                        .returning(bought));
    }

    private long bought(long units, VenueView view) {
        return Exact.mulDivDown(units, Math.addExact(shares(view), VIRTUAL), supplied(view) + 1);
    }

    private Either<Rejection, Step<Accrual>> redeem(Step<Accrual> step, AccountId sender, long sold, VenueView view) {
        long units = Exact.mulDivDown(sold, supplied(view) + 1, Math.addExact(shares(view), VIRTUAL));
        if (units == 0) {
            return refuse(TOO_SMALL, view.issued(SUPPLY).show(sold) + " buys nothing");
        }
        return units > idle(view)
                ? refuse(INSUFFICIENT_FUNDS, borrowed.show(units) + " wanted, " + borrowed.show(idle(view)) + " idle")
                : Either.right(step.move(sender, view.own(RESERVE), view.issued(SUPPLY), sold)
                        .move(view.own(RESERVE), sender, borrowed, units)
                        .returning(units));
    }

    private static long shares(VenueView view) {
        return -view.balance(view.own(RESERVE), view.issued(SUPPLY));
    }

    /** The quantity as units, where the account has as many. */
    private static Either<Rejection, Long> funded(Quantity quantity, AccountId account, Asset asset, VenueView view) {
        long there = view.balance(account, asset);
        long units = view.amount(quantity, there);
        return units <= there
                ? Either.right(units)
                : refuse(INSUFFICIENT_FUNDS, asset.show(units) + " wanted, " + asset.show(there) + " there");
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
