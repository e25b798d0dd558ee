package io.firebreak.lending.seizure;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.number.Exact;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What of an account goes into its next lot: its largest collateral and its largest debt, as much of each as is the same
 * share of all that it holds and of all that it owes, by value.
 *
 * <p>One of the two goes as a whole, so that an account of c collaterals and d debts is taken over in at most c + d − 1 lots,
 * each of one pair; one with a single collateral and a single debt in one lot. What is left is worth as much of its debt as
 * the whole was, and may be healthy again before all is taken. Both are rounded down, but a unit of the debt goes at least.
 *
 * @param give base units of the collateral
 * @param want base units of the debt
 */
public record Portion(AccountId account, Pair pair, long give, long want) {
    /** None where nothing is owed, or nothing stands behind it. */
    public static Option<Portion> of(AccountId account, MarginView view) {
        return view.exposure(account).flatMap(exposure -> of(account, exposure.pair(), view));
    }

    /** The same of another collateral or debt than the largest. */
    public static Option<Portion> of(AccountId account, Pair pair, MarginView view) {
        return view.exposure(account, pair)
                .filter(exposure -> !isOfContracts(account, pair, view))
                .map(exposure -> new Portion(
                                account, pair, Math.max(0, view.holding(account, pair.give())), exposure.units())
                        .sharing(view.holdings(account), view));
    }

    /** Whether such a swap trades contracts: they are held on margin, and no wallet could pay for them. */
    public static boolean isOfContracts(AccountId account, Pair pair, MarginView view) {
        return Math.max(view.mostGive(account, pair.give()), view.mostGive(account, pair.want())) == Long.MAX_VALUE;
    }

    private Portion sharing(Seq<Parcel> holdings, MarginView view) {
        Seq<Parcel> held = holdings.filter(parcel -> parcel.units() > 0);
        Seq<Parcel> owed = holdings.filter(parcel -> parcel.units() < 0);
        if (held.size() == 1 && owed.size() == 1) {
            return this;
        }
        BigDecimal ofHeld = worth(List.of(new Parcel(pair.give(), give)), view).multiply(worth(owed, view));
        BigDecimal ofOwed = worth(List.of(new Parcel(pair.want(), want)), view).multiply(worth(held, view));
        return ofHeld.compareTo(ofOwed) <= 0
                ? new Portion(account, pair, give, Math.max(1, part(want, ofHeld, ofOwed)))
                : new Portion(account, pair, part(give, ofOwed, ofHeld), want);
    }

    /** {@code floor(units · part ÷ whole)}; all where the whole is nothing. */
    static long part(long units, BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? units
                : BigDecimal.valueOf(units)
                        .multiply(part)
                        .divide(whole, 0, RoundingMode.DOWN)
                        .longValueExact();
    }

    /** The value of holdings, or of debts, in whole units of the numeraire, exact; nothing without a price. */
    public static BigDecimal worth(Seq<Parcel> parcels, MarginView view) {
        return parcels.map(parcel -> BigDecimal.valueOf(
                                Math.abs(parcel.units()), parcel.asset().decimals())
                        .multiply(view.price(parcel.asset())
                                .map(price -> price.value().toBigDecimal())
                                .getOrElse(BigDecimal.ZERO)))
                .fold(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The part of it that owes no more than that. */
    public Portion owingAtMost(long most) {
        return most >= want ? this : new Portion(account, pair, Exact.mulDivDown(give, most, want), most);
    }

    /** The part of it that holds no more than that. */
    public Portion holdingAtMost(long most) {
        return most >= give ? this : new Portion(account, pair, most, Exact.mulDivDown(want, most, give));
    }

    /** Whether one side of it is nothing: no lot could be sold. */
    public boolean isEmpty() {
        return give == 0 || want == 0;
    }

    /** Moves it into a lot. */
    public Order.Seize into(AccountId lot) {
        return new Order.Seize(account, lot, List.of(new Parcel(pair.give(), give), new Parcel(pair.want(), -want)));
    }
}
