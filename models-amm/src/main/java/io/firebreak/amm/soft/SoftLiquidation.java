package io.firebreak.amm.soft;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Quotes;
import io.firebreak.api.venue.Redeems;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.firebreak.api.view.Price;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Loans whose collateral lies in bands of price: as the oracle falls through a band, whoever trades there turns it into what was
 * borrowed, and back as it rises. What is left uncovered at the end is liquidated like any other loan.
 *
 * <p>A band's claim {@code band-n} is a share of what lies in it; the claims of its bands are what a margin account holds, each
 * worth what it would come to on a slow way down. Depositing, withdrawing, borrowing and repaying spread the account's collateral
 * anew, over the bands that its debt asks for, as long as none of it has been sold; from then on it can only be repaid. Whoever
 * buys claims from a liquidation redeems them for their part of both assets.
 *
 * @source Curve, AMM.vy and Controller.vy (crvUSD)
 */
@About(
        value = "Loans whose collateral is sold and bought back in bands of price, by whoever trades there.",
        follows = "Curve, crvUSD: AMM.vy (LLAMMA) and Controller.vy",
        simplifies =
                "Bands do not rise with interest; an untouched account is judged without what its collateral is worth above its"
                        + " bands; who repays while bands are sold leaves them where they are; no monetary policy, no peg keepers")
public record SoftLiquidation(
        @Parameter("what lies in the bands") Asset collateral,
        @Parameter("what is borrowed, and what the bands sell for; the venue issues it") Asset debt,
        @Parameter("the price of the collateral in the debt asset, as the venue sees it") OracleRef oracle,
        @Parameter(value = "the top of the first band", unit = "debt per whole unit", min = "0") Decimal basePrice,
        @Parameter(
                        value = "A: each band is a part in so many lower than the one above",
                        preset = "100",
                        min = "2",
                        max = "10000",
                        source = "Curve, crvUSD: A of the wstETH market")
                int amplification,
        @Parameter(value = "how many bands there are", preset = "150", min = "4", max = "1000") int bands,
        @Parameter(
                        value = "over how many a loan is spread",
                        preset = "10",
                        min = "1",
                        max = "50",
                        source = "Curve, crvUSD: 4 to 50; its interface offers 10")
                int spread,
        @Parameter(
                        value = "what a trader pays on the amount handed in; stays in the bands",
                        preset = "0.6%",
                        min = "0",
                        max = "10%",
                        source = "Curve, crvUSD: fee of the wstETH market")
                Ratio fee,
        @Parameter(
                        value = "below the worth of its bands by so much an account may be liquidated",
                        preset = "6%",
                        min = "0",
                        max = "50%",
                        source = "Curve, crvUSD: liquidation_discount")
                Ratio liquidationDiscount,
        @Parameter(
                        value = "below the worth of the bands by so much may be borrowed",
                        preset = "9%",
                        min = "0",
                        max = "50%",
                        source = "Curve, crvUSD: loan_discount")
                Ratio loanDiscount,
        @Parameter(value = "what debt grows by", preset = "5% per year", min = "0% per year", max = "1000% per year")
                Rate interest)
        implements MarginVenue<SoftState>, Quotes<SoftState>, Redeems<SoftState> {

    private static final String BANDS = "bands";
    private static final String POOL = "debt-pool";
    private static final String SHARES = "debt";
    private static final MathContext DIGITS = new MathContext(Decimal.CROSSING_DIGITS, RoundingMode.DOWN);

    public SoftLiquidation {
        if (collateral.equals(debt)) {
            throw new IllegalArgumentException(debt + " cannot be borrowed against itself");
        }
        if (basePrice.signum() <= 0) {
            throw new IllegalArgumentException("a base price is positive, not " + basePrice);
        }
        if (spread > bands) {
            throw new IllegalArgumentException("a loan cannot be spread over " + spread + " of " + bands + " bands");
        }
        if (loanDiscount.compareTo(liquidationDiscount) < 0) {
            throw new IllegalArgumentException("a loan discount of " + loanDiscount
                    + " is less than the liquidation discount of " + liquidationDiscount);
        }
    }

    @Override
    public Plan plan() {
        Plan plan = Plan.empty()
                .own(BANDS)
                .own(POOL, debt)
                .claim(SHARES, debt.decimals(), Plan.Kind.DEBT)
                .issuerOf(debt);
        for (int n = 0; n < bands; n++) {
            plan = plan.claim(name(n), collateral.decimals(), Plan.Kind.SHARE);
        }
        return plan;
    }

    private static String name(int n) {
        return "band-" + n;
    }

    @Override
    public Seq<Leg> legs(VenueView view) {
        Seq<Leg> legs =
                Vector.of(new Leg.SharedDebt(debt, view.issued(SHARES), view.own(POOL), new PriceSource.Unit()));
        for (int n = 0; n < bands; n++) {
            legs = legs.append(new Leg.Holding(
                    view.issued(name(n)), new PriceSource.Claim(collateral, new PriceSource.Feed(oracle), name(n))));
        }
        return legs;
    }

    @Override
    public MarginModel margin() {
        return new DiscountedWorth(liquidationDiscount, loanDiscount);
    }

    @Override
    public Asset numeraire(VenueView view) {
        return debt;
    }

    @Override
    public SoftState initial() {
        return SoftState.START;
    }

    private Grid grid() {
        return Grid.of(amplification, fixed(basePrice));
    }

    private Sizing sizing() {
        return new Sizing(grid(), spread, fixed(loanDiscount.value()));
    }

    private static BigInteger fixed(Decimal value) {
        return value.toBigDecimal().movePointRight(18).toBigInteger();
    }

    private static BigInteger up(Asset asset, long units) {
        return BigInteger.valueOf(units).multiply(BigInteger.TEN.pow(18 - asset.decimals()));
    }

    private static long down(Asset asset, BigInteger fixed) {
        return fixed.divide(BigInteger.TEN.pow(18 - asset.decimals())).longValueExact();
    }

    private static long ceil(Asset asset, BigInteger fixed) {
        return down(asset, fixed.add(BigInteger.TEN.pow(18 - asset.decimals())).subtract(BigInteger.ONE));
    }

    /** The oracle's price as the bands take it; none before the first. */
    private Option<BigInteger> price(SoftState state, VenueView view) {
        return state.limit().price().signum() > 0
                ? Option.some(state.limit().price())
                : view.oracle(oracle)
                        .map(Price::value)
                        .map(SoftLiquidation::fixed)
                        .filter(price -> price.signum() > 0);
    }

    private long supply(int n, VenueView view) {
        return Math.max(0, -view.balance(view.own(BANDS), view.issued(name(n))));
    }

    @Override
    public Step<SoftState> advance(SoftState state, VenueView view) {
        Ladder ladder = state.ladder();
        for (int n = 0; !state.settled() && n < bands; n++) {
            ladder = ladder.with(n, new Band(BigInteger.ZERO, up(collateral, supply(n, view))));
        }
        PriceLimit limit = view.oracle(oracle)
                .map(price ->
                        state.limit().next(fixed(price.value()), view.block().timeMillis()))
                .getOrElse(state.limit());
        double earned = total(view) * (interest.growth(view.stepMillis()) - 1) + state.carry();
        long whole = (long) earned;
        SoftState next = new SoftState(ladder, limit, earned - whole, true);
        return marked(Step.of(next).move(view.own(POOL), view.treasury(), debt, whole), view, n -> supply(n, view));
    }

    private interface Supply {
        long of(int n);
    }

    /**
     * Publishes how much collateral, at the oracle's price, a whole claim of each band is worth; of a band without claims, what
     * one would be.
     */
    private Step<SoftState> marked(Step<SoftState> step, VenueView view, Supply supply) {
        Option<BigInteger> price = price(step.state(), view);
        Step<SoftState> marked = step;
        Grid grid = grid();
        BigDecimal shown =
                view.oracle(oracle).map(each -> each.value().toBigDecimal()).getOrElse(BigDecimal.ONE);
        for (int n = 0; price.isDefined() && n < bands; n++) {
            long shares = supply.of(n);
            Band band = shares == 0
                    ? new Band(BigInteger.ZERO, Grid.ONE)
                    : step.state().ladder().at(n);
            BigDecimal whole =
                    shares == 0 ? BigDecimal.ONE : collateral.whole(shares).toBigDecimal();
            BigDecimal worth =
                    new BigDecimal(grid.worthDown(n, band, price.get()), 18).divide(whole.multiply(shown), DIGITS);
            Decimal mark = Decimal.of(
                    worth.scale() > Decimal.MAX_SCALE ? worth.setScale(Decimal.MAX_SCALE, RoundingMode.DOWN) : worth);
            marked = marked.mark(name(n), mark);
        }
        return marked;
    }

    @Override
    public Either<Rejection, Step<SoftState>> act(
            SoftState state, AccountId sender, Action.AtVenue action, VenueView view) {
        AccountId account = view.marginAccount(sender);
        if (action instanceof Action.Swap swap) {
            return swap(state, sender, swap, view);
        }
        if (action instanceof Action.Redeem redeem) {
            return redeem(state, sender, redeem, view);
        }
        if (action instanceof Action.Deposit deposit && deposit.asset().equals(collateral)) {
            long there = view.balance(sender, collateral);
            long units = view.amount(deposit.quantity(), there);
            return units > there
                    ? lacking(collateral, units, there)
                    : spread(state, sender, units, 0, view).map(step -> step.returning(units));
        }
        if (action instanceof Action.Withdraw withdraw && withdraw.asset().equals(collateral)) {
            long there = down(collateral, position(state, account, view));
            long units = view.amount(withdraw.quantity(), there);
            return units > there
                    ? lacking(collateral, units, there)
                    : spread(state, sender, -units, 0, view).map(step -> step.returning(units));
        }
        if (action instanceof Action.Borrow borrow && borrow.asset().equals(debt)) {
            long units = view.amount(borrow.quantity(), 0);
            return spread(state, sender, 0, units, view).map(step -> step.returning(units));
        }
        if (action instanceof Action.Repay repay && repay.asset().equals(debt)) {
            return repay(state, sender, repay, view);
        }
        return claims(state, sender, action, view);
    }

    /** Claims go between wallet and margin account like any collateral. */
    private Either<Rejection, Step<SoftState>> claims(
            SoftState state, AccountId sender, Action.AtVenue action, VenueView view) {
        boolean in = action instanceof Action.Deposit;
        if (!in && !(action instanceof Action.Withdraw)) {
            return refuse(
                    Reason.NOT_OFFERED, "loans of " + debt + " against " + collateral + " in bands, not " + action);
        }
        Asset asset = in ? ((Action.Deposit) action).asset() : ((Action.Withdraw) action).asset();
        if (number(asset, view) < 0) {
            return refuse(Reason.NOT_OFFERED, "accounts hold " + collateral + " in bands, not " + asset);
        }
        AccountId account = view.marginAccount(sender);
        AccountId from = in ? sender : account;
        long there = view.balance(from, asset);
        long units =
                view.amount(in ? ((Action.Deposit) action).quantity() : ((Action.Withdraw) action).quantity(), there);
        return units > there
                ? lacking(asset, units, there)
                : Either.right(Step.of(state)
                        .move(from, in ? account : sender, asset, units)
                        .returning(units));
    }

    /** The number of the band whose claim it is; −1 of none. */
    private int number(Asset asset, VenueView view) {
        for (int n = 0; n < bands; n++) {
            if (view.issued(name(n)).equals(asset)) {
                return n;
            }
        }
        return -1;
    }

    /** An account's collateral in the bands, 18 decimals, rounded down in each. */
    private BigInteger position(SoftState state, AccountId account, VenueView view) {
        BigInteger sum = BigInteger.ZERO;
        for (int n = 0; n < bands; n++) {
            sum = sum.add(part(state.ladder().at(n).y(), view.balance(account, view.issued(name(n))), n, view));
        }
        return sum;
    }

    private BigInteger part(BigInteger whole, long claims, int n, VenueView view) {
        return claims == 0
                ? BigInteger.ZERO
                : whole.multiply(BigInteger.valueOf(claims)).divide(BigInteger.valueOf(supply(n, view)));
    }

    private boolean isSold(SoftState state, AccountId account, VenueView view) {
        for (int n = 0; n < bands; n++) {
            if (state.ladder().at(n).x().signum() > 0 && view.balance(account, view.issued(name(n))) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Spreads an account's collateral anew, with more or less of it, and of debt. */
    private Either<Rejection, Step<SoftState>> spread(
            SoftState state, AccountId sender, long moreCollateral, long moreDebt, VenueView view) {
        AccountId account = view.marginAccount(sender);
        if (isSold(state, account, view)) {
            return refuse(Reason.LIMIT_REACHED, "some of the collateral is sold in its bands; repay, or wait");
        }
        Option<BigInteger> price = price(state, view);
        if (price.isEmpty()) {
            return refuse(Reason.NO_PRICE, "oracle " + oracle + " has not published");
        }
        long owed = Math.max(0, -view.holding(account, debt)) + moreDebt;
        long units = down(collateral, position(state, account, view)) + moreCollateral;
        if (units < spread && (units > 0 || owed > 0)) {
            return refuse(Reason.TOO_SMALL, collateral.show(units) + " cannot be spread over " + spread + " bands");
        }
        AccountId own = view.own(BANDS);
        long[] claims = new long[bands];
        Ladder ladder = state.ladder();
        Step<SoftState> step = Step.of(state)
                .move(sender, own, collateral, Math.max(0, moreCollateral))
                .move(own, sender, collateral, Math.max(0, -moreCollateral));
        for (int n = 0; n < bands; n++) {
            Asset claim = view.issued(name(n));
            long held = view.balance(account, claim);
            claims[n] = supply(n, view) - held;
            Band band = ladder.at(n);
            // What nobody has a claim on any more is nobody's.
            ladder = claims[n] == 0 && band.x().signum() == 0
                    ? ladder.with(n, Band.EMPTY)
                    : ladder.with(n, new Band(band.x(), band.y().subtract(part(band.y(), held, n, view))));
            step = step.move(account, own, claim, held);
        }
        if (units > 0) {
            Option<Integer> first = owed == 0
                    ? Option.some(bands - spread)
                    : sizing().first(
                                    up(collateral, units),
                                    up(debt, owed + roundedUp(view)),
                                    ladder.active(),
                                    price.get())
                            .map(n -> Math.max(0, Math.min(n, bands - spread)));
            if (first.isEmpty() || !ladder.reaches(first.get())) {
                return refuse(Reason.LIMIT_REACHED, "a debt of " + debt.show(owed) + " reaches the price itself");
            }
            Ladder before = ladder;
            ladder = ladder.deposited(first.get(), spread, up(collateral, units), up(collateral, 1));
            for (int n = first.get(); n < first.get() + spread; n++) {
                BigInteger put = ladder.at(n).y().subtract(before.at(n).y());
                // At what a claim was worth until now, whether the account had any or not.
                long issued = supply(n, view) == 0
                        ? down(collateral, put)
                        : BigInteger.valueOf(supply(n, view))
                                .multiply(put)
                                .divide(state.ladder().at(n).y())
                                .longValueExact();
                claims[n] += issued;
                step = step.move(own, account, view.issued(name(n)), issued);
            }
        }
        step = new Step<>(state.with(ladder), step.reversed(), step.marks(), 0);
        return Either.right(marked(owing(step, sender, account, moreDebt, view), view, n -> claims[n]));
    }

    /** By so much a debt may be more than it should, once its shares are whole. */
    private long roundedUp(VenueView view) {
        long issued = view.balance(view.own(POOL), view.issued(SHARES));
        return issued == 0 ? 0 : Exact.mulDivUp(1, total(view), issued);
    }

    /** Draws debt, or repays it. */
    private Step<SoftState> owing(
            Step<SoftState> step, AccountId sender, AccountId account, long moreDebt, VenueView view) {
        AccountId pool = view.own(POOL);
        Asset shares = view.issued(SHARES);
        long issued = view.balance(pool, shares);
        long total = total(view);
        if (moreDebt >= 0) {
            long drawn = total == 0 || issued == 0 ? moreDebt : Exact.mulDivUp(moreDebt, issued, total);
            return step.move(pool, sender, debt, moreDebt).move(account, pool, shares, drawn);
        }
        long owed = -view.holding(account, debt);
        long cleared = -moreDebt == owed ? -view.balance(account, shares) : Exact.mulDivDown(-moreDebt, issued, total);
        return step.move(sender, pool, debt, -moreDebt).move(pool, account, shares, cleared);
    }

    private long total(VenueView view) {
        return Math.max(0, -view.balance(view.own(POOL), debt));
    }

    private Either<Rejection, Step<SoftState>> repay(
            SoftState state, AccountId sender, Action.Repay repay, VenueView view) {
        AccountId account = view.marginAccount(sender);
        long owed = Math.max(0, -view.holding(account, debt));
        long there = view.balance(sender, debt);
        long units = Math.min(owed, view.amount(repay.quantity(), Math.min(owed, there)));
        if (units > there) {
            return lacking(debt, units, there);
        }
        // Where the bands cannot be moved the debt shrinks all the same.
        return Either.right(spread(state, sender, 0, -units, view)
                .getOrElse(() -> owing(Step.of(state), sender, account, -units, view))
                .returning(units));
    }

    @Override
    public long quote(SoftState state, Asset give, long units, Asset get, VenueView view) {
        return traded(state, give, units, get, view)
                .map(traded -> down(get, traded.out()))
                .getOrElse(0L);
    }

    private Option<Ladder.Traded> traded(SoftState state, Asset give, long units, Asset get, VenueView view) {
        boolean buys = give.equals(debt) && get.equals(collateral);
        if (units <= 0 || (!buys && !(give.equals(collateral) && get.equals(debt)))) {
            return Option.none();
        }
        BigInteger charged = fixed(fee.value()).max(state.limit().fee());
        return price(state, view).map(price -> state.ladder().trade(grid(), buys, up(give, units), price, charged));
    }

    /** Takes of what is offered what the bands can use. */
    private Either<Rejection, Step<SoftState>> swap(
            SoftState state, AccountId sender, Action.Swap swap, VenueView view) {
        long there = view.balance(sender, swap.give());
        long in = view.amount(swap.quantity(), there);
        if (in > there) {
            return lacking(swap.give(), in, there);
        }
        Option<Ladder.Traded> traded = traded(state, swap.give(), in, swap.get(), view);
        long out = traded.map(each -> down(swap.get(), each.out())).getOrElse(0L);
        if (out == 0) {
            return refuse(Reason.TOO_SMALL, swap.give().show(in) + " buys nothing here");
        }
        if (out < swap.atLeast()) {
            return refuse(
                    Reason.PRICE,
                    "pays " + swap.get().show(out) + ", asked at least "
                            + swap.get().show(swap.atLeast()));
        }
        AccountId own = view.own(BANDS);
        Step<SoftState> step = Step.of(state.with(traded.get().after()))
                .move(
                        sender,
                        own,
                        swap.give(),
                        Math.min(in, ceil(swap.give(), traded.get().in())))
                .move(own, sender, swap.get(), out);
        return Either.right(marked(step, view, n -> supply(n, view)).returning(out));
    }

    /** Pays a claim's part of its band in both assets; returns the units of collateral. */
    private Either<Rejection, Step<SoftState>> redeem(
            SoftState state, AccountId sender, Action.Redeem redeem, VenueView view) {
        int n = number(redeem.shares(), view);
        if (n < 0) {
            return refuse(Reason.NOT_OFFERED, "claims of bands are redeemed, not " + redeem.shares());
        }
        long there = view.balance(sender, redeem.shares());
        long units = view.amount(redeem.quantity(), there);
        if (units > there) {
            return lacking(redeem.shares(), units, there);
        }
        Band band = state.ladder().at(n);
        BigInteger x = part(band.x(), units, n, view);
        BigInteger y = part(band.y(), units, n, view);
        long left = supply(n, view) - units;
        Ladder ladder = state.ladder()
                .with(
                        n,
                        left == 0
                                ? Band.EMPTY
                                : new Band(band.x().subtract(x), band.y().subtract(y)));
        AccountId own = view.own(BANDS);
        Step<SoftState> step = Step.of(state.with(ladder))
                .move(sender, own, redeem.shares(), units)
                .move(own, sender, debt, down(debt, x))
                .move(own, sender, collateral, down(collateral, y));
        return Either.right(marked(step, view, each -> each == n ? left : supply(each, view))
                .returning(down(collateral, y)));
    }

    @Override
    public Seq<Parcel> redemption(SoftState state, Asset claim, long units, VenueView view) {
        int n = number(claim, view);
        if (n < 0 || supply(n, view) == 0) {
            return List.empty();
        }
        Band band = state.ladder().at(n);
        return List.of(
                new Parcel(collateral, down(collateral, part(band.y(), units, n, view))),
                new Parcel(debt, down(debt, part(band.x(), units, n, view))));
    }

    /** What an account begins with is spread over the bands that its debt asks for; a claim brings its collateral with it. */
    @Override
    public Option<Seq<Posting>> opening(AccountId account, AccountId owner, Parcel parcel, VenueView view) {
        AccountId own = view.own(BANDS);
        Posting brought = new Posting(view.outside(), own, collateral, parcel.units());
        if (number(parcel.asset(), view) >= 0) {
            return Option.some(List.of(brought, new Posting(own, account, parcel.asset(), parcel.units())));
        }
        long owed = Math.max(0, -view.holding(account, debt));
        if (!parcel.asset().equals(collateral) || parcel.units() < spread) {
            return Option.none();
        }
        return price(SoftState.START, view).map(price -> {
            int first = owed == 0
                    ? bands - spread
                    : sizing().first(up(collateral, parcel.units()), up(debt, owed), 0, price)
                            .map(n -> Math.max(0, Math.min(n, bands - spread)))
                            .getOrElse(0);
            long each = parcel.units() / spread;
            Seq<Posting> postings = List.of(brought);
            for (int n = first; n < first + spread; n++) {
                long part = n == first ? parcel.units() - each * (spread - 1) : each;
                postings = postings.append(new Posting(own, account, view.issued(name(n)), part));
            }
            return postings;
        });
    }

    private static <T> Either<Rejection, T> lacking(Asset asset, long wanted, long there) {
        return refuse(Reason.INSUFFICIENT_FUNDS, asset.show(wanted) + " wanted, " + asset.show(there) + " there");
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
