package io.firebreak.testkit.shrink;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.VenueSpec;
import io.firebreak.core.price.FixedPath;
import io.firebreak.core.price.ScriptedPath;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/** Rounder prices: one by one, and together with what an account holds, so that one at the edge stays there. */
final class Prices implements Pass {
    private static final Seq<RoundingMode> ROUNDINGS =
            Vector.of(RoundingMode.HALF_UP, RoundingMode.CEILING, RoundingMode.FLOOR);

    @Override
    public void over(Attempt attempt) {
        for (VenueSpec venue : attempt.economy().venues()) {
            Parts.forEach(venue.accounts(), part -> {
                if (part instanceof AccountGroup.Row row && row.holdings().size() == 2) {
                    together(attempt, row);
                }
            });
        }
        for (int number = 0; number < prices(attempt.economy()).size(); number++) {
            rounder(attempt, number);
        }
    }

    private static void rounder(Attempt attempt, int number) {
        BigDecimal price = prices(attempt.economy()).get(number);
        for (BigDecimal other : Roundness.rounder(price)) {
            int[] count = {0};
            if (attempt.takeEconomy(() -> priced(attempt.economy(), each -> count[0]++ == number ? other : each))) {
                return;
            }
        }
    }

    /** One whole unit against a round number of the other, and all prices by as much as keeps their ratio. */
    private static void together(Attempt attempt, AccountGroup.Row row) {
        Parcel first = row.holdings().get(0);
        Parcel second = row.holdings().get(1);
        for (int whole : new int[] {1000, 100, 1}) {
            Parcel one = whole(first, 1);
            Parcel other = whole(second, whole);
            BigDecimal factor = ratio(other, second).divide(ratio(one, first), MathContext.DECIMAL64);
            for (int digits = 2; digits <= 5; digits++) {
                for (RoundingMode rounding : ROUNDINGS) {
                    MathContext rounded = new MathContext(digits, rounding);
                    Economy now = attempt.economy();
                    Economy next = priced(
                            Parts.replaced(
                                    now, part -> part == first ? Option.some(one) : Option.when(part == second, other)),
                            price -> price.multiply(factor).round(rounded));
                    int cost = cost(one) + cost(other) - cost(first) - cost(second);
                    if (cost + cost(next) < cost(now) && attempt.takeEconomy(() -> next)) {
                        return;
                    }
                }
            }
        }
    }

    private static Parcel whole(Parcel parcel, int units) {
        long one = parcel.asset().unitsDown(Decimal.of(units));
        return new Parcel(parcel.asset(), Long.signum(parcel.units()) * one);
    }

    private static BigDecimal ratio(Parcel after, Parcel before) {
        return BigDecimal.valueOf(after.units()).divide(BigDecimal.valueOf(before.units()), MathContext.DECIMAL64);
    }

    private static int cost(Parcel parcel) {
        return Roundness.cost(parcel.asset().whole(parcel.units()));
    }

    private static int cost(Economy economy) {
        return prices(economy).map(Roundness::cost).sum().intValue();
    }

    /** The prices of markets that move, or stand, as the scenario says. */
    private static Seq<BigDecimal> prices(Economy economy) {
        java.util.List<BigDecimal> prices = new java.util.ArrayList<>();
        priced(economy, price -> {
            prices.add(price);
            return price;
        });
        return Vector.ofAll(prices);
    }

    /** Other prices; what is worth one stays so. */
    private static Economy priced(Economy economy, UnaryOperator<BigDecimal> price) {
        return Parts.replaced(economy, part -> {
            if (part instanceof MarketSpec || part instanceof Economy || part instanceof Seq<?>) {
                return Option.none();
            }
            if (part instanceof FixedPath path && path.price() != 1) {
                return Option.some(new FixedPath(changed(path.price(), price)));
            }
            if (part instanceof ScriptedPath path) {
                return Option.some(new ScriptedPath(
                        changed(path.start(), price),
                        path.points()
                                .map(point -> new ScriptedPath.Point(
                                        point.at(),
                                        point.price().map(each -> Decimal.of(price.apply(each.toBigDecimal()))),
                                        point.move())),
                        path.straight()));
            }
            return Option.some(part);
        });
    }

    private static double changed(double before, UnaryOperator<BigDecimal> price) {
        return price.apply(Decimal.ofDouble(before).toBigDecimal()).doubleValue();
    }
}
