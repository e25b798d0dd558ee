package io.firebreak.testkit.liar.venue;

import static io.firebreak.testkit.liar.venue.Like.LOAN;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.Step;
import io.firebreak.api.venue.VenueView;
import io.firebreak.testkit.reference.ReferenceLoan.Accrual;
import io.firebreak.testkit.world.Setting;
import io.vavr.control.Either;

/** Lending markets with one fault each. */
public final class LendingLiars {
    private static final Asset USD = Setting.USD;

    private LendingLiars() {}

    /** Draws so much debt, whatever lies idle and whatever it is secured by. */
    private static Either<Rejection, Step<Accrual>> drawn(
            Step<Accrual> step, AccountId sender, long units, VenueView view) {
        AccountId pool = view.own("debt-pool");
        long shares = view.balance(pool, view.issued("debt"));
        long owed = LOAN.borrowed(view);
        // A gift that paid nearly all of it makes the debts' shares so small that their number would overflow.
        if (shares > 0 && owed < shares / 1000) {
            return Either.left(new Rejection(Reason.LIMIT_REACHED, "shares of next to nothing"));
        }
        return Either.right(step.move(pool, sender, USD, units)
                .move(
                        view.marginAccount(sender),
                        pool,
                        view.issued("debt"),
                        shares == 0 ? units : Exact.mulDivUp(units, shares, owed))
                .returning(units));
    }

    /** Lends what nobody supplied. */
    public record LendsFromNothing() implements Like.Loan {
        @Override
        public Either<Rejection, Step<Accrual>> act(
                Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
            return action instanceof Action.Borrow borrow && borrow.asset().equals(USD)
                    ? drawn(Step.of(state), sender, view.amount(borrow.quantity(), 1_000_000), view)
                    : LOAN.act(state, sender, action, view);
        }
    }

    /** Charges all borrowers for each loan. */
    public record ChargesStrangers() implements Like.Loan {
        @Override
        public Either<Rejection, Step<Accrual>> act(
                Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
            Either<Rejection, Step<Accrual>> honest = LOAN.act(state, sender, action, view);
            return action instanceof Action.Borrow
                    ? honest.map(step ->
                            step.move(view.own("debt-pool"), view.own("reserve"), USD, LOAN.borrowed(view) / 100))
                    : honest;
        }
    }

    /** Pays a thousandth of all debts out of what was supplied, in every block. */
    public record RepaysItself() implements Like.Loan {
        @Override
        public Step<Accrual> advance(Accrual state, VenueView view) {
            long paid = Math.min(LOAN.borrowed(view), LOAN.supplied(view)) / 1000;
            return LOAN.advance(state, view).move(view.own("reserve"), view.own("debt-pool"), USD, paid);
        }
    }

    /** Lends a thousand dollars with every deposit. */
    public record LendsOnDeposit() implements Like.Loan {
        @Override
        public Either<Rejection, Step<Accrual>> act(
                Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
            Either<Rejection, Step<Accrual>> honest = LOAN.act(state, sender, action, view);
            return action instanceof Action.Deposit && LOAN.idle(view) > 1_000_000_000
                    ? honest.flatMap(step -> drawn(step, sender, 1_000_000_000, view))
                    : honest;
        }
    }

    /** Sells and buys shares without any that are nobody's: the first depositor's theft. */
    public record LetsTheFirstSteal() implements Like.Loan {
        @Override
        public Either<Rejection, Step<Accrual>> act(
                Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
            AccountId reserve = view.own("reserve");
            Asset supply = view.issued("supply");
            long shares = -view.balance(reserve, supply);
            if (action instanceof Action.Provide provide && provide.quantities().size() == 1) {
                long units = view.amount(provide.quantities().head(), view.balance(sender, USD));
                long bought = shares == 0 ? units : Exact.mulDivDown(units, shares, Math.max(1, LOAN.supplied(view)));
                return units > view.balance(sender, USD)
                        ? Either.left(new Rejection(Reason.INSUFFICIENT_FUNDS, "too much"))
                        : Either.right(
                                Step.of(state).move(sender, reserve, USD, units).move(reserve, sender, supply, bought));
            }
            if (action instanceof Action.Redeem redeem && redeem.shares().equals(supply) && shares > 0) {
                long sold = view.amount(redeem.quantity(), view.balance(sender, supply));
                long units = Exact.mulDivDown(Math.min(sold, shares), LOAN.supplied(view), shares);
                return sold > view.balance(sender, supply) || units > LOAN.idle(view)
                        ? Either.left(new Rejection(Reason.INSUFFICIENT_FUNDS, "too much"))
                        : Either.right(Step.of(state)
                                .move(sender, reserve, supply, sold)
                                .move(reserve, sender, USD, units));
            }
            return LOAN.act(state, sender, action, view);
        }
    }

    /** Takes all that is offered in repayment. */
    public record TakesAllOffered() implements Like.Loan {
        @Override
        public Either<Rejection, Step<Accrual>> act(
                Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
            Either<Rejection, Step<Accrual>> honest = LOAN.act(state, sender, action, view);
            if (!(action instanceof Action.Repay repay) || honest.isLeft()) {
                return honest;
            }
            long there = view.balance(sender, USD);
            long offered = Math.min(there, view.amount(repay.quantity(), 0));
            return honest.map(
                    step -> step.move(sender, view.own("reserve"), USD, Math.max(0, offered - step.result())));
        }
    }

    /** Takes repayments as income. */
    public record ForgetsPayments() implements Like.Loan {
        @Override
        public Either<Rejection, Step<Accrual>> act(
                Accrual state, AccountId sender, Action.AtVenue action, VenueView view) {
            Either<Rejection, Step<Accrual>> honest = LOAN.act(state, sender, action, view);
            return action instanceof Action.Repay
                    ? honest.map(step -> Step.of(state).move(sender, view.treasury(), USD, step.result()))
                    : honest;
        }
    }
}
