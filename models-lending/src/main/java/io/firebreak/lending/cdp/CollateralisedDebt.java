package io.firebreak.lending.cdp;

import static io.firebreak.api.action.Reason.INSUFFICIENT_FUNDS;
import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.NOT_OFFERED;
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
import java.math.RoundingMode;

/**
 * Vaults: whoever locks collateral may draw newly issued debt asset against it, and owes it with a fee.
 *
 * <p>A block's fee is one posting from the pool of all debts to the treasury.
 */
@About(
        value = "Vaults that lock one collateral and draw newly issued debt against it, for a fee.",
        follows = "Maker dss fa4f6630: vat.sol, jug.sol, spot.sol",
        simplifies = "one collateral per venue, one vault per owner; no savings rate, no peg module, no shutdown")
public record CollateralisedDebt(
        @Parameter("what is locked") Asset collateral,
        @Parameter("what is drawn; the venue issues it") Asset debt,
        @Parameter("the price of the collateral in the debt asset, as the venue sees it") OracleRef oracle,
        @Parameter(
                        value = "a vault whose collateral is worth less than this times its debt may be liquidated",
                        unit = "ratio",
                        preset = "150%",
                        min = "100%",
                        max = "1000%",
                        source = "Maker mainnet, ETH-A, 2020-03-12")
                Ratio minRatio,
        @Parameter(
                        value = "what debt grows by",
                        preset = "8% per year",
                        min = "0% per year",
                        max = "1000% per year",
                        source = "Maker mainnet, ETH-A, 2020-03-12")
                Rate stabilityFee,
        @Parameter(
                        value = "most debt of all vaults; without it there is no ceiling",
                        source = "Maker mainnet, ETH-A, 2020-03-12: 150 M DAI")
                Option<Parcel> debtCeiling,
        @Parameter(
                        value = "least debt of a vault that has any; none without it",
                        source = "Maker mainnet, ETH-A, 2020-03-12: 20 DAI")
                Option<Parcel> dust)
        implements MarginVenue<StabilityFee> {
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
        return new MinimumRatio(minRatio);
    }

    @Override
    public Asset numeraire(VenueView view) {
        return debt;
    }

    @Override
    public StabilityFee initial() {
        return StabilityFee.NONE;
    }

    @Override
    public Step<StabilityFee> advance(StabilityFee state, VenueView view) {
        double earned = state.earned(stabilityFee, debts().total(view), view.stepMillis());
        long whole = (long) earned;
        return Step.of(new StabilityFee(earned - whole)).move(debts().pool(view), view.treasury(), debt, whole);
    }

    @Override
    public Either<Rejection, Step<StabilityFee>> act(
            StabilityFee state, AccountId sender, Action.AtVenue action, VenueView view) {
        AccountId vault = view.marginAccount(sender);
        if (action instanceof Action.Deposit deposit && deposit.asset().equals(collateral)) {
            long units = view.amount(deposit.quantity(), view.balance(sender, collateral));
            return enough(sender, collateral, units, view).map(funded -> Step.of(state)
                    .move(sender, vault, collateral, funded)
                    .returning(funded));
        }
        if (action instanceof Action.Withdraw withdraw && withdraw.asset().equals(collateral)) {
            long units = view.amount(withdraw.quantity(), view.balance(vault, collateral));
            return enough(vault, collateral, units, view)
                    .flatMap(funded -> safe(vault, -funded, 0, view))
                    .map(safe -> Step.of(state)
                            .move(vault, sender, collateral, units)
                            .returning(units));
        }
        if (action instanceof Action.Borrow borrow && borrow.asset().equals(debt)) {
            return draw(state, sender, vault, view.amount(borrow.quantity(), 0), view);
        }
        if (action instanceof Action.Repay repay && repay.asset().equals(debt)) {
            long owed = debts().owed(vault, view);
            long all = Math.min(owed, view.balance(sender, debt));
            return repay(state, sender, vault, Math.min(owed, view.amount(repay.quantity(), all)), view);
        }
        return refuse(NOT_OFFERED, "vaults take " + collateral + " and lend " + debt);
    }

    private Either<Rejection, Step<StabilityFee>> draw(
            StabilityFee state, AccountId sender, AccountId vault, long units, VenueView view) {
        long total = debts().total(view);
        long ceiling = debtCeiling.map(Parcel::units).getOrElse(Long.MAX_VALUE);
        if (units > ceiling - total) {
            return refuse(LIMIT_REACHED, "debt of " + debt.show(total) + " has a ceiling of " + debt.show(ceiling));
        }
        if (leavesDust(debts().owed(vault, view) + units)) {
            return refuse(TOO_SMALL, "a vault owes nothing or at least " + dust.get());
        }
        return safe(vault, 0, units, view).map(safe -> debts().draw(Step.of(state), vault, sender, units, view)
                .returning(units));
    }

    private Either<Rejection, Step<StabilityFee>> repay(
            StabilityFee state, AccountId sender, AccountId vault, long units, VenueView view) {
        long owed = debts().owed(vault, view);
        if (leavesDust(owed - units)) {
            return refuse(TOO_SMALL, "a vault owes nothing or at least " + dust.get());
        }
        return enough(sender, debt, units, view).map(funded -> debts().repay(Step.of(state), vault, sender, units, view)
                .returning(units));
    }

    private IssuedDebt debts() {
        return new IssuedDebt(debt);
    }

    private boolean leavesDust(long owed) {
        return owed > 0 && dust.exists(least -> owed < least.units());
    }

    private static Either<Rejection, Long> enough(AccountId account, Asset asset, long units, VenueView view) {
        long there = view.balance(account, asset);
        return units <= there
                ? Either.right(units)
                : refuse(INSUFFICIENT_FUNDS, asset.show(units) + " wanted, " + asset.show(there) + " there");
    }

    /** Right where the vault keeps its minimum ratio after the change, both values rounded against it. */
    private Either<Rejection, Long> safe(AccountId vault, long collateralChange, long debtChange, VenueView view) {
        long owed = debts().owed(vault, view) + debtChange;
        if (owed == 0) {
            return Either.right(0L);
        }
        return view.price(collateral)
                .toEither(() -> new Rejection(NO_PRICE, "the oracle has no price yet"))
                .flatMap(price -> {
                    long value = Exact.convert(
                            view.balance(vault, collateral) + collateralChange,
                            price.value(),
                            Decimal.ONE,
                            debt.decimals() - collateral.decimals(),
                            RoundingMode.DOWN);
                    long needed = minRatio.ofUp(owed);
                    return value >= needed
                            ? Either.right(value - needed)
                            : refuse(
                                    UNSAFE_AFTERWARDS,
                                    "collateral worth " + debt.show(value) + " where " + debt.show(needed)
                                            + " is needed");
                });
    }

    private static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
