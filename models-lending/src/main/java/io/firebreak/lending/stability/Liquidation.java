package io.firebreak.lending.stability;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.liquidation.Call;
import io.firebreak.api.liquidation.Order;
import io.firebreak.api.liquidation.Ruling;
import io.firebreak.api.margin.MarginView;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.margin.Weight;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.view.Price;
import io.firebreak.lending.seizure.Portion;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.RoundingMode;

/**
 * How the next portion of an account would be liquidated now.
 *
 * @param taken collateral that is taken, with the finder's part of it
 * @param finders the finder's part
 * @param offset what of the debt can be paid by whoever stands ready
 */
record Liquidation(Portion portion, long taken, long finders, long offset) {
    /** None where it is to be left alone; of several collaterals the first of which somebody could take it over. */
    static Option<Liquidation> of(AccountId account, Offset rules, MarginView view) {
        return Portion.of(account, view)
                .orElse(() -> withNothingBehind(account, view))
                .flatMap(largest -> of(largest, rules, view).orElse(() -> others(largest, view)
                        .flatMap(portion -> of(portion, rules, view))
                        .headOption()));
    }

    private static Seq<Portion> others(Portion largest, MarginView view) {
        return view.holdings(largest.account())
                .map(Parcel::asset)
                .filter(asset -> !asset.equals(largest.pair().give()))
                .flatMap(asset -> Portion.of(
                        largest.account(), new Pair(asset, largest.pair().want()), view));
    }

    /** A debt of an account that holds nothing. */
    private static Option<Portion> withNothingBehind(AccountId account, MarginView view) {
        Seq<Parcel> holdings = view.holdings(account);
        return holdings.headOption()
                .filter(any -> holdings.forAll(parcel -> parcel.units() < 0))
                .map(debt -> new Portion(account, new Pair(debt.asset(), debt.asset()), 0, -debt.units()));
    }

    private static Option<Liquidation> of(Portion portion, Offset rules, MarginView view) {
        Asset debt = portion.pair().want();
        Asset collateral = portion.pair().give();
        long there = portion.give();
        long owed = portion.want();
        long worthOnce = worthOf(owed, Decimal.ONE, debt, collateral, view, RoundingMode.DOWN);
        Decimal most = rules.most().value();
        boolean ample = there >= worthOf(owed, most, debt, collateral, view, RoundingMode.UP);
        long taken = ample ? worthOf(owed, most, debt, collateral, view, RoundingMode.DOWN) : there;
        boolean recovery = isStricterWithNew(debt, view);
        long offset = there == 0 || (recovery && there <= worthOnce) ? 0 : Math.min(owed, view.ready(debt));
        // Nobody could take the rest over where nobody else has any of the collateral.
        boolean leftAlone = offset < owed && ((recovery && ample) || view.onlyHolder(portion.account(), collateral));
        return Option.when(
                !leftAlone,
                () -> new Liquidation(portion, taken, rules.finderShare().ofDown(taken), offset));
    }

    private static boolean isStricterWithNew(Asset debt, MarginView view) {
        Option<Decimal> usual = view.weight(debt, Requirement.MAINTENANCE).map(Weight::owed);
        Option<Decimal> fresh = view.weight(debt, Requirement.INITIAL).map(Weight::owed);
        return usual.isDefined() && fresh.exists(weight -> weight.compareTo(usual.get()) > 0);
    }

    /** Base units of the collateral that are worth {@code times} a debt. */
    private static long worthOf(
            long owed, Decimal times, Asset debt, Asset collateral, MarginView view, RoundingMode rounding) {
        return Exact.convert(
                owed,
                price(debt, view).times(times),
                price(collateral, view),
                collateral.decimals() - debt.decimals(),
                rounding);
    }

    private static Decimal price(Asset asset, MarginView view) {
        return view.price(asset).map(Price::value).getOrElse(Decimal.ONE);
    }

    /** What finding it is worth, in the numeraire. */
    long worthToFinder(Option<Parcel> reward, MarginView view) {
        Asset collateral = portion.pair().give();
        int shift = view.numeraire().decimals() - collateral.decimals();
        return reward.map(Parcel::units).getOrElse(0L)
                + Exact.convert(finders, price(collateral, view), Decimal.ONE, shift, RoundingMode.DOWN);
    }

    /** What can be paid goes into a lot that will be offered, the rest into one that is forfeited. */
    Ruling<Nothing> orders(Ruling<Nothing> before, Call call, Option<Parcel> reward, MarginView view) {
        AccountId first = view.freshLot(0);
        long owed = portion.want();
        long paidFor = Exact.mulDivDown(taken - finders, offset, owed);
        Ruling<Nothing> ruling = before.withdraw(portion.account());
        if (offset > 0) {
            ruling = foundBy(call.caller(), seize(ruling, first, paidFor + finders, offset), first)
                    .wakeAt(first, view.block().timeMillis());
        }
        if (offset < owed) {
            AccountId rest = view.freshLot(offset > 0 ? 1 : 0);
            long left = taken - finders - paidFor;
            ruling = offset > 0
                    ? seize(ruling, rest, left, owed - offset)
                    : foundBy(call.caller(), seize(ruling, rest, left + finders, owed), rest);
            ruling = ruling.then(new Order.Forfeit(rest));
        }
        for (Parcel parcel : reward) {
            ruling = ruling.then(new Order.Reward(call.caller(), parcel));
        }
        return ruling;
    }

    private Ruling<Nothing> seize(Ruling<Nothing> ruling, AccountId lot, long given, long owing) {
        return ruling.then(new Portion(portion.account(), portion.pair(), given, owing).into(lot));
    }

    /** Gives the finder its part of a lot, for nothing. */
    private Ruling<Nothing> foundBy(AccountId finder, Ruling<Nothing> ruling, AccountId lot) {
        Pair pair = portion.pair();
        return finders == 0
                ? ruling
                : ruling.then(new Order.Fill(
                        lot, finder, finder, new Parcel(pair.give(), finders), new Parcel(pair.want(), 0), 0));
    }
}
