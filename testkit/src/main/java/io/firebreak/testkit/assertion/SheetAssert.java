package io.firebreak.testkit.assertion;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.book.Accounts;
import io.firebreak.testkit.sheet.BalanceSheet;
import io.vavr.collection.Seq;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What should hold of a balance sheet. */
public final class SheetAssert extends AbstractAssert<SheetAssert, BalanceSheet> {
    SheetAssert(@Nullable BalanceSheet actual) {
        super(actual, SheetAssert.class);
    }

    /** Whatever somebody has, somebody owes: every asset sums to zero, to the last base unit. */
    public SheetAssert balances() {
        isNotNull();
        if (!actual.balances()) {
            failWithMessage(
                    "Expected every asset to sum to zero, but there remain base units: %s%n%s",
                    actual.imbalances(), actual);
        }
        return this;
    }

    /** Nothing is missing at any venue, and nothing is bad debt. */
    public SheetAssert isSolvent() {
        isNotNull();
        Seq<BalanceSheet.Holder> missing = missing(actual);
        if (missing.nonEmpty()) {
            failWithMessage(
                    "Expected nothing to be missing, but it is:%n%s%n%nthe whole sheet:%n%s",
                    missing.mkString("\n"), actual);
        }
        return this;
    }

    /** An account has so much of an asset; a negative parcel is what it owes. */
    public SheetAssert has(String account, Parcel parcel) {
        isNotNull();
        long units = actual.units(account, parcel.asset());
        if (units != parcel.units()) {
            failWithMessage(
                    "Expected %s to have %s, but it has %s%n%s",
                    account, parcel, parcel.asset().show(units), actual);
        }
        return this;
    }

    private static Seq<BalanceSheet.Holder> missing(BalanceSheet sheet) {
        return sheet.accounts()
                .filter(holder -> holder.kind() == Accounts.Kind.SHORTFALL
                        && holder.parcels().exists(parcel -> parcel.units() < 0));
    }
}
