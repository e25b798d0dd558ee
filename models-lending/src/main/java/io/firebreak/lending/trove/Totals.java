package io.firebreak.lending.trove;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.venue.VenueView;
import io.vavr.control.Either;
import java.math.RoundingMode;

/**
 * What troves hold and owe at a price: all that owe anything together, or one.
 *
 * @param held base units of the collateral
 * @param owed base units of the debt asset
 */
record Totals(Trove troves, Decimal price, VenueView view, long held, long owed) {
    static Totals of(Trove troves, Decimal price, VenueView view) {
        long held = 0;
        for (AccountId debtor : view.debtors()) {
            held = Math.addExact(held, view.balance(debtor, troves.collateral()));
        }
        return new Totals(troves, price, view, held, troves.debts().total(view));
    }

    Totals one(AccountId trove) {
        return new Totals(
                troves,
                price,
                view,
                view.balance(trove, troves.collateral()),
                troves.debts().owed(trove, view));
    }

    Totals plus(long collateral, long debt) {
        return new Totals(troves, price, view, Math.addExact(held, collateral), Math.addExact(owed, debt));
    }

    boolean isCritical() {
        return isBelow(troves.criticalRatio());
    }

    boolean isBelow(Ratio ratio) {
        return owed > 0 && value() < ratio.ofUp(owed);
    }

    /** What the collateral is worth in the debt asset, rounded down. */
    long value() {
        int shift = troves.debt().decimals() - troves.collateral().decimals();
        return Exact.convert(held, price, Decimal.ONE, shift, RoundingMode.DOWN);
    }

    /** Right where the ratio is kept. */
    Either<Rejection, Long> atLeast(Ratio ratio, String whose) {
        return isBelow(ratio)
                ? Trove.refuse(
                        Reason.UNSAFE_AFTERWARDS,
                        whose + " collateral would be worth " + troves.debt().show(value()) + " where "
                                + troves.debt().show(ratio.ofUp(owed)) + " is needed")
                : Either.right(owed);
    }
}
