package io.firebreak.lending.pooled;

import static io.firebreak.api.action.Reason.INSUFFICIENT_FUNDS;
import static io.firebreak.api.action.Reason.LIMIT_REACHED;
import static io.firebreak.api.action.Reason.TOO_SMALL;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.Plan;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Supplier;

/**
 * One asset that is lent: an account whose balance belongs to the lenders, and one that is negative by what borrowers owe.
 *
 * <p>What is at hand is the sum of the two and of the treasury, less what is missing: no balance is kept for it. Interest is
 * a posting from the debts to the lenders, and one to the treasury for its share. A claim is a share of the lenders'
 * account, a debt a share of the other; both are rounded against whoever chose the amount. Lenders own {@value #NOBODYS}
 * base units less than the account says, so that nobody gains by giving something to it while claims are few.
 */
public record LendingPool(Asset asset) {
    /** Base units, and as many claims, that are nobody's. */
    private static final long NOBODYS = 1000;

    private static final MathContext DIGITS = new MathContext(17, RoundingMode.DOWN);

    /** Adds the accounts and claims of the pool to its venue's plan. */
    public Plan in(Plan plan) {
        return plan.own(supplyName())
                .own(debtName(), asset)
                .claim(claimName(), asset.decimals(), Plan.Kind.SHARE)
                .claim(debtName(), asset.decimals(), Plan.Kind.DEBT);
    }

    private String supplyName() {
        return asset.symbol() + "-supply";
    }

    private String debtName() {
        return asset.symbol() + "-debt";
    }

    /** The name of the claim, and of the counter that says what it redeems for. */
    public String claimName() {
        return asset.symbol();
    }

    public Asset claim(VenueView view) {
        return view.issued(claimName());
    }

    /** The lenders' account. */
    public AccountId supply(VenueView view) {
        return view.own(supplyName());
    }

    private AccountId debts(VenueView view) {
        return view.own(debtName());
    }

    private Asset debtShares(VenueView view) {
        return view.issued(debtName());
    }

    /** Deposits as collateral. */
    public Leg collateral(PriceSource price, VenueView view) {
        return new Leg.Holding(claim(view), new PriceSource.Claim(asset, price, claimName()));
    }

    /** Loans. */
    public Leg debt(PriceSource price, VenueView view) {
        return new Leg.SharedDebt(asset, debtShares(view), debts(view), price);
    }

    /**
     * Base units that the lenders own together. What is missing and may still become their loss is not theirs; what nobody
     * bore is, though it is not there: whoever comes last does not get it.
     */
    public long supplied(VenueView view) {
        long missing = Math.min(0, view.balance(view.own("shortfall"), asset));
        return Math.max(0, Math.addExact(view.balance(supply(view), asset), missing));
    }

    /** Base units that borrowers owe together. */
    public long owed(VenueView view) {
        return Math.max(0, -view.balance(debts(view), asset));
    }

    private long claims(VenueView view) {
        return -view.balance(supply(view), claim(view));
    }

    /** Base units that could be paid out at once. */
    public long idle(VenueView view) {
        long idle = Math.addExact(view.balance(supply(view), asset), view.balance(debts(view), asset));
        for (AccountId other : List.of(view.treasury(), view.own("shortfall"), view.own("bad-debt"))) {
            idle = Math.addExact(idle, view.balance(other, asset));
        }
        return Math.max(0, idle);
    }

    /** What is owed ÷ what was supplied; at most 1, though lenders may have lost what is still owed. */
    public double utilisation(VenueView view) {
        long supplied = supplied(view);
        return supplied == 0 ? 0 : Math.min(1, (double) owed(view) / supplied);
    }

    /** What claims redeem for, rounded down. */
    public long unitsDown(long claims, VenueView view) {
        return Exact.mulDivDown(claims, supplied(view) + NOBODYS, claims(view) + NOBODYS);
    }

    private long claimsDown(long units, VenueView view) {
        return Exact.mulDivDown(units, claims(view) + NOBODYS, supplied(view) + NOBODYS);
    }

    private long claimsUp(long units, VenueView view) {
        return Exact.mulDivUp(units, claims(view) + NOBODYS, supplied(view) + NOBODYS);
    }

    /** Publishes what a claim redeems for: asset per claim, 17 digits, rounded down. */
    public <S> Step<S> publish(Step<S> step, VenueView view) {
        return publish(step, supplied(view), view);
    }

    private <S> Step<S> publish(Step<S> step, long supplied, VenueView view) {
        Decimal rate = Decimal.of(BigDecimal.valueOf(supplied + NOBODYS)
                .divide(BigDecimal.valueOf(claims(view) + NOBODYS), DIGITS)
                .round(DIGITS));
        return view.mark(claimName()).exists(rate::equals) ? step : step.mark(claimName(), rate);
    }

    /**
     * Posts a block's interest.
     *
     * @param borrowed what debts grow by
     * @param lent what of it is the lenders'; where it is more, the treasury adds what it has
     */
    public <S> Step<S> accrue(Step<S> step, long borrowed, long lent, VenueView view) {
        long ofTreasury = Math.max(0, Math.min(lent - borrowed, view.balance(view.treasury(), asset)));
        long toSupply = Math.min(lent, borrowed);
        Step<S> posted = step.move(debts(view), supply(view), asset, toSupply)
                .move(debts(view), view.treasury(), asset, borrowed - toSupply)
                .move(view.treasury(), supply(view), asset, ofTreasury);
        return publish(posted, supplied(view) + toSupply + ofTreasury, view);
    }

    /** Takes a deposit from a wallet, and hands its claims to an account. */
    public <S> Either<Rejection, Step<S>> deposit(
            S state, AccountId from, AccountId to, long units, Option<Parcel> cap, VenueView view) {
        long most = cap.map(Parcel::units).getOrElse(Long.MAX_VALUE) - supplied(view);
        long claims = claimsDown(units, view);
        if (units > most) {
            return refuse(LIMIT_REACHED, asset.show(supplied(view)) + " is supplied, the cap is " + cap.get());
        }
        if (claims == 0 && units > 0) {
            return refuse(TOO_SMALL, asset.show(units) + " is worth no claim");
        }
        return funded(from, asset, units, view).map(ok -> Step.of(state)
                .move(from, supply(view), asset, units)
                .move(supply(view), to, claim(view), claims)
                .returning(units));
    }

    /** Pays units out for the claims of an account; all of them where the units are what they redeem for. */
    public <S> Either<Rejection, Step<S>> withdraw(S state, AccountId from, AccountId to, long units, VenueView view) {
        long held = view.balance(from, claim(view));
        long most = unitsDown(held, view);
        if (units > most) {
            return refuse(INSUFFICIENT_FUNDS, asset.show(units) + " wanted, claims redeem for " + asset.show(most));
        }
        return redeem(state, from, to, units == most ? held : claimsUp(units, view), units, view);
    }

    /** Redeems claims. */
    public <S> Either<Rejection, Step<S>> redeem(S state, AccountId from, AccountId to, long claims, VenueView view) {
        return funded(from, claim(view), claims, view)
                .flatMap(ok -> redeem(state, from, to, claims, unitsDown(claims, view), view));
    }

    private <S> Either<Rejection, Step<S>> redeem(
            S state, AccountId from, AccountId to, long claims, long units, VenueView view) {
        return atHand(units, view).map(ok -> Step.of(state)
                .move(from, supply(view), claim(view), claims)
                .move(supply(view), to, asset, units)
                .returning(units));
    }

    /** Lends to a wallet what its margin account will owe. */
    public <S> Either<Rejection, Step<S>> borrow(
            S state, AccountId account, AccountId to, long units, Option<Parcel> cap, VenueView view) {
        long total = owed(view);
        if (units > cap.map(Parcel::units).getOrElse(Long.MAX_VALUE) - total) {
            return refuse(LIMIT_REACHED, asset.show(total) + " is owed, the cap is " + cap.get());
        }
        long shares = view.balance(debts(view), debtShares(view));
        // Where a gift paid all debts off, shares of nothing are left: they must not share what is lent now.
        long issued = shares == 0 ? units : Exact.mulDivUp(units, shares, Math.max(1, total));
        return atHand(units, view).map(ok -> Step.of(state)
                .move(debts(view), to, asset, units)
                .move(account, debts(view), debtShares(view), issued)
                .returning(units));
    }

    /** Pays a part of what a margin account owes. */
    public <S> Either<Rejection, Step<S>> repay(
            S state, AccountId account, AccountId from, long units, VenueView view) {
        long owed = owedBy(account, view);
        long repaid = Math.min(units, owed);
        long redeemed = repaid == owed
                ? -view.balance(account, debtShares(view))
                : Exact.mulDivDown(repaid, view.balance(debts(view), debtShares(view)), owed(view));
        return funded(from, asset, repaid, view).map(ok -> Step.of(state)
                .move(from, debts(view), asset, repaid)
                .move(debts(view), account, debtShares(view), redeemed)
                .returning(repaid));
    }

    /** Base units that an account owes, rounded up. */
    public long owedBy(AccountId account, VenueView view) {
        return Math.max(0, -view.holding(account, asset));
    }

    /** How an account begins with a deposit. */
    public Seq<Posting> opening(AccountId account, long units, VenueView view) {
        return List.of(
                new Posting(view.outside(), supply(view), asset, units),
                new Posting(supply(view), account, claim(view), claimsDown(units, view)));
    }

    private Either<Rejection, Long> atHand(long units, VenueView view) {
        long idle = idle(view);
        return units <= idle
                ? Either.right(units)
                : refuse(INSUFFICIENT_FUNDS, asset.show(units) + " wanted, " + asset.show(idle) + " at hand");
    }

    /** What is asked, or a refusal where amounts exceed what can be counted. */
    public static <S> Either<Rejection, Step<S>> counted(Supplier<Either<Rejection, Step<S>>> answer) {
        try {
            return answer.get();
        } catch (ArithmeticException overflow) {
            return refuse(LIMIT_REACHED, "amounts beyond what can be counted: " + overflow.getMessage());
        }
    }

    /** Right where an account has as much. */
    public static Either<Rejection, Long> funded(AccountId account, Asset asset, long units, VenueView view) {
        long there = view.balance(account, asset);
        return units <= there
                ? Either.right(units)
                : refuse(INSUFFICIENT_FUNDS, asset.show(units) + " wanted, " + asset.show(there) + " there");
    }

    static <T> Either<Rejection, T> refuse(Reason reason, String detail) {
        return Either.left(new Rejection(reason, detail));
    }
}
