package io.firebreak.lending.trove;

import static io.firebreak.api.action.Reason.INSUFFICIENT_FUNDS;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
import static io.firebreak.api.action.Reason.NOT_THERE;
import static io.firebreak.api.action.Reason.NO_PRICE;
import static io.firebreak.api.action.Reason.TOO_SMALL;
import static io.firebreak.api.action.Reason.UNSAFE_AFTERWARDS;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.venue.HoldsBack;
import io.firebreak.api.venue.MarginVenue;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.QuotesRedemption;
import io.firebreak.api.venue.RedeemsAccounts;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.firebreak.api.view.Price;
import io.firebreak.lending.cdp.IssuedDebt;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Troves: whoever locks collateral may draw newly issued debt asset against it for a fee paid once, and anybody may redeem the
 * debt asset for collateral at face value, from the riskiest trove first.
 *
 * <p>Each trove owes a gas reserve besides what it drew: it lies in the treasury, which pays it to whoever finds the trove
 * unsafe, and returns when the trove is closed. So do the fees. While all troves together are below the critical ratio, no
 * collateral leaves, no trove is closed, and only new ones that keep that ratio may draw.
 */
@About(
        value =
                "Loans of an issued asset without interest, for a fee that rises with redemptions from the riskiest trove.",
        follows = "Liquity v1 b9dcdbd3: BorrowerOperations.sol, TroveManager.sol",
        simplifies = "no bootstrap phase; a closed trove's surplus stays in its account; the last trove may be closed")
public record Trove(
        @Parameter("what is locked") Asset collateral,
        @Parameter("what is drawn; the venue issues it") Asset debt,
        @Parameter("the price of the collateral in the debt asset, as the venue sees it") OracleRef oracle,
        @Parameter(
                        value = "a trove whose collateral is worth less than this times its debt may be liquidated",
                        unit = "ratio",
                        preset = "110%",
                        min = "100%",
                        max = "1000%",
                        source = "Liquity v1: LiquityBase.sol, MCR")
                Ratio minRatio,
        @Parameter(
                        value = "below this ratio of all troves together, recovery mode holds",
                        unit = "ratio",
                        preset = "150%",
                        min = "100%",
                        max = "1000%",
                        source = "Liquity v1: LiquityBase.sol, CCR")
                Ratio criticalRatio,
        @Parameter(
                        value = "least fee on what is drawn or redeemed",
                        unit = "ratio",
                        preset = "0.5%",
                        min = "0",
                        max = "1",
                        source = "Liquity v1: BORROWING_FEE_FLOOR, REDEMPTION_FEE_FLOOR")
                Ratio leastFee,
        @Parameter(
                        value = "most fee on what is drawn",
                        unit = "ratio",
                        preset = "5%",
                        min = "0",
                        max = "1",
                        source = "Liquity v1: MAX_BORROWING_FEE")
                Ratio mostFee,
        @Parameter(
                        value = "least debt of a trove that has any, without the gas reserve; none without it",
                        source = "Liquity v1: MIN_NET_DEBT, 1,800 LUSD")
                Option<Parcel> minDebt,
        @Parameter(
                        value =
                                "what each trove owes besides, for whoever liquidates it; nothing without it. Troves that are"
                                        + " there when the run begins have paid it where the treasury is seeded with it",
                        source = "Liquity v1: LUSD_GAS_COMPENSATION, 200 LUSD")
                Option<Parcel> gasReserve)
        implements MarginVenue<BaseRate>, RedeemsAccounts, QuotesRedemption<BaseRate>, HoldsBack {
    @Override
    public Plan plan() {
        return debts().plan();
    }

    @Override
    public Seq<Leg> legs(VenueView view) {
        return List.of(new Leg.Holding(collateral, new PriceSource.Feed(oracle)), debts().leg(view));
    }

    @Override
    public MarginModel margin() {
        return new RecoveryMode(collateral, debt, minRatio, criticalRatio);
    }

    @Override
    public Asset numeraire(VenueView view) {
        return debt;
    }

    @Override
    public BaseRate initial() {
        return BaseRate.NONE;
    }

    @Override
    public Step<BaseRate> advance(BaseRate state, VenueView view) {
        return Step.of(state);
    }

    @Override
    public Either<Rejection, Step<BaseRate>> act(
            BaseRate state, AccountId sender, Action.AtVenue action, VenueView view) {
        AccountId trove = view.marginAccount(sender);
        if (action instanceof Action.Deposit deposit && deposit.asset().equals(collateral)) {
            long units = view.amount(deposit.quantity(), view.balance(sender, collateral));
            return enough(sender, collateral, units, view).map(funded -> Step.of(state)
                    .move(sender, trove, collateral, units)
                    .returning(units));
        }
        if (action instanceof Action.Withdraw withdraw && withdraw.asset().equals(collateral)) {
            return withdraw(state, sender, trove, withdraw, view);
        }
        if (action instanceof Action.Borrow borrow && borrow.asset().equals(debt)) {
            return draw(state, sender, trove, view.amount(borrow.quantity(), 0), view);
        }
        if (action instanceof Action.Repay repay && repay.asset().equals(debt)) {
            return repay(state, sender, trove, repay, view);
        }
        if (action instanceof Action.Redeem redeem && redeem.shares().equals(debt)) {
            long units = view.amount(redeem.quantity(), view.balance(sender, debt));
            return enough(sender, debt, units, view)
                    .flatMap(funded -> price(view))
                    .flatMap(price -> new Redemption(this, price, view).from(state, sender, units));
        }
        return refuse(NOT_OFFERED, "troves take " + collateral + ", and lend and redeem " + debt);
    }

    private Either<Rejection, Step<BaseRate>> withdraw(
            BaseRate state, AccountId sender, AccountId trove, Action.Withdraw withdraw, VenueView view) {
        long units = view.amount(withdraw.quantity(), view.balance(trove, collateral));
        return enough(trove, collateral, units, view)
                .flatMap(there -> mayLeave(trove, units, view))
                .map(there ->
                        Step.of(state).move(trove, sender, collateral, units).returning(units));
    }

    private Either<Rejection, Long> mayLeave(AccountId trove, long units, VenueView view) {
        if (debts().owed(trove, view) == 0) {
            return Either.right(units);
        }
        return all(view)
                .flatMap(all -> all.isCritical()
                        ? refuse(UNSAFE_AFTERWARDS, "no collateral leaves in recovery mode")
                        : all.one(trove)
                                .plus(-units, 0)
                                .atLeast(minRatio, "the trove's")
                                .flatMap(one -> all.plus(-units, 0).atLeast(criticalRatio, "all troves'")));
    }

    private Either<Rejection, Step<BaseRate>> draw(
            BaseRate state, AccountId sender, AccountId trove, long units, VenueView view) {
        long owed = debts().owed(trove, view);
        long reserve = owed == 0 ? reserve() : 0;
        BaseRate rate = state.decayed(view.block().timeMillis());
        return all(view).flatMap(all -> {
            boolean recovery = all.isCritical();
            long fee = recovery ? 0 : Exact.mulDivDown(units, borrowingRate(rate), BaseRate.ONE);
            long drawn = Math.addExact(Math.addExact(units, fee), reserve);
            if (units == 0 || owed + drawn - reserve() < leastDebt()) {
                return refuse(TOO_SMALL, "a trove owes at least " + debt.show(leastDebt()) + " and the gas reserve");
            }
            if (recovery && owed > 0) {
                return refuse(UNSAFE_AFTERWARDS, "in recovery mode a trove that owes draws no more");
            }
            Ratio needed = recovery ? criticalRatio : minRatio;
            long joins = owed == 0 ? view.balance(trove, collateral) : 0;
            return all.one(trove)
                    .plus(0, drawn)
                    .atLeast(needed, "the trove's")
                    .flatMap(one -> recovery
                            ? Either.right(drawn)
                            : all.plus(joins, drawn).atLeast(criticalRatio, "all troves'"))
                    .map(safe -> debts().draw(Step.of(rate), trove, sender, drawn, view)
                            .move(sender, view.treasury(), debt, drawn - units)
                            .returning(units));
        });
    }

    private Either<Rejection, Step<BaseRate>> repay(
            BaseRate state, AccountId sender, AccountId trove, Action.Repay repay, VenueView view) {
        long owed = debts().owed(trove, view);
        long reserve = reserveOf(owed, view.balance(view.treasury(), debt));
        long net = owed - reserve;
        long units = Math.min(net, view.amount(repay.quantity(), Math.min(net, view.balance(sender, debt))));
        if (owed == 0) {
            return refuse(NOT_THERE, "the trove owes nothing");
        }
        if (units < net && owed - units - reserve() < leastDebt()) {
            return refuse(TOO_SMALL, "a trove owes nothing, or " + debt.show(leastDebt()) + " and the gas reserve");
        }
        if (units < net) {
            return enough(sender, debt, units, view)
                    .map(funded -> debts().repay(Step.of(state), trove, sender, units, view)
                            .returning(units));
        }
        return enough(sender, debt, net, view)
                .flatMap(funded -> mayClose(trove, owed, view))
                .map(safe -> debts().repay(
                                Step.of(state).move(view.treasury(), sender, debt, reserve), trove, sender, owed, view)
                        .returning(net));
    }

    /** The others must be able to do without it. */
    private Either<Rejection, Long> mayClose(AccountId trove, long owed, VenueView view) {
        if (owed == debts().total(view)) {
            return Either.right(0L);
        }
        return all(view)
                .flatMap(all -> all.isCritical()
                        ? refuse(UNSAFE_AFTERWARDS, "no trove is closed in recovery mode")
                        : all.plus(-view.balance(trove, collateral), -owed)
                                .atLeast(criticalRatio, "all other troves'"));
    }

    @Override
    public long redeemed(BaseRate state, Asset claim, long units, Asset get, VenueView view) {
        return claim.equals(debt) && get.equals(collateral)
                ? price(view)
                        .flatMap(price -> new Redemption(this, price, view).from(state, view.treasury(), units))
                        .map(Step::result)
                        .getOrElse(0L)
                : 0;
    }

    @Override
    public Parcel heldBack(AccountId account, VenueView view) {
        return new Parcel(debt, reserveOf(debts().owed(account, view), view.balance(view.treasury(), debt)));
    }

    IssuedDebt debts() {
        return new IssuedDebt(debt);
    }

    long leastDebt() {
        return minDebt.map(Parcel::units).getOrElse(0L);
    }

    private long reserve() {
        return gasReserve.map(Parcel::units).getOrElse(0L);
    }

    /** What of a debt the treasury pays where the trove is closed; nothing of one that is no more than that. */
    long reserveOf(long owed, long treasury) {
        return owed > reserve() ? Math.max(0, Math.min(reserve(), treasury)) : 0;
    }

    long leastRate() {
        return leastFee.ofDown(BaseRate.ONE);
    }

    private long borrowingRate(BaseRate rate) {
        return Math.min(mostFee.ofDown(BaseRate.ONE), leastRate() + rate.rate());
    }

    private Either<Rejection, Decimal> price(VenueView view) {
        return view.price(collateral)
                .map(Price::value)
                .toEither(() -> new Rejection(NO_PRICE, "the oracle has no price yet"));
    }

    private Either<Rejection, Totals> all(VenueView view) {
        return price(view).map(price -> Totals.of(this, price, view));
    }

    static Either<Rejection, Long> enough(AccountId account, Asset asset, long units, VenueView view) {
        long there = view.balance(account, asset);
        return units <= there
                ? Either.right(units)
                : refuse(INSUFFICIENT_FUNDS, asset.show(units) + " wanted, " + asset.show(there) + " there");
    }

    static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
