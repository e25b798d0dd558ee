package io.firebreak.lending.metric;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.metric.RunView;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.plugin.VenueRef;
import io.vavr.collection.Seq;

/**
 * What an account has and owes, by its venue's prices.
 *
 * @param collateral whole units of the numeraire
 * @param debt whole units of the numeraire
 * @param health weighted assets ÷ weighted debts, by the maintenance requirement
 */
record Loan(double collateral, double debt, double health) {
    /** All that a venue has lent, in the order of its accounts. */
    static Seq<Loan> all(VenueRef venue, RunView view) {
        MarginView books = view.books(venue);
        return books.debtors().map(account -> of(account, books)).filter(loan -> loan.debt > 0);
    }

    private static Loan of(AccountId account, MarginView books) {
        double has = 0;
        double owes = 0;
        for (Parcel each : books.holdings(account)) {
            double value = each.asset().wholeAsDouble(each.units())
                    * books.price(each.asset())
                            .map(price -> price.value().toDouble())
                            .getOrElse(Double.NaN);
            has += StrictMath.max(0, value);
            owes += StrictMath.max(0, -value);
        }
        double health = books.health(account, Requirement.MAINTENANCE)
                .factor()
                .map(Decimal::toDouble)
                .getOrElse(Double.POSITIVE_INFINITY);
        return new Loan(has, owes, health);
    }

    /** See {@link DistanceToBadDebt}. */
    double distance(double bonus) {
        return StrictMath.max(1 - 1 / health, 1 - (1 + bonus) * debt / collateral);
    }

    /** See {@link BadDebtAfterGap}. */
    double badDebtAfter(double gap, double stale, double bonus) {
        return StrictMath.max(0, debt - collateral * (1 - gap) * (1 - stale) / (1 + bonus));
    }
}
