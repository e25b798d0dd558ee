package io.firebreak.testkit.shrink;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.core.economy.AccountGroup;
import io.firebreak.core.economy.Parts;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.economy.VenueSpec;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Rounder amounts: {@code all} or whole units in actions, whole units in what accounts and wallets begin with. */
final class Amounts implements Pass {
    @Override
    public void over(Attempt attempt) {
        for (int at = 0; at < attempt.trial().script().size(); at++) {
            int numbers = numbers(attempt.trial().script().get(at).action()).size();
            for (int number = 0; number < numbers; number++) {
                action(attempt, at, number);
            }
        }
        List<Parcel> parcels = new ArrayList<>();
        for (VenueSpec venue : attempt.economy().venues()) {
            Parts.forEach(venue.accounts(), part -> {
                if (part instanceof AccountGroup.Row row) {
                    row.holdings().forEach(parcels::add);
                }
            });
            venue.seed().forEach(seed -> parcels.add(seed.parcel()));
        }
        attempt.economy().wallets().forEach(purse -> parcels.add(purse.parcel()));
        parcels.forEach(parcel -> holding(attempt, parcel));
    }

    private static void holding(Attempt attempt, Parcel parcel) {
        Asset asset = parcel.asset();
        for (BigDecimal units : Roundness.rounder(whole(parcel.units(), asset.decimals()))) {
            if (attempt.replace(parcel, () -> new Parcel(asset, units(units, asset.decimals())))) {
                return;
            }
        }
    }

    private static void action(Attempt attempt, int at, int number) {
        ScriptedAction action = attempt.trial().script().get(at);
        Amount amount = numbers(action.action()).get(number);
        if (amount.value() instanceof Quantity.All) {
            return;
        }
        boolean quantity = amount.value() instanceof Quantity;
        long units = amount.value() instanceof Quantity.Units of ? of.units() : quantity ? 0 : (Long) amount.value();
        Object roundest = quantity ? Quantity.all() : (Object) 0L;
        if ((quantity || units != 0) && with(attempt, at, number, roundest)) {
            return;
        }
        for (BigDecimal rounder : Roundness.rounder(whole(units, amount.decimals()))) {
            long other = units(rounder, amount.decimals());
            if (with(attempt, at, number, quantity ? Quantity.of(other) : (Object) other)) {
                return;
            }
        }
    }

    private static boolean with(Attempt attempt, int at, int number, Object value) {
        return attempt.take(() -> {
            Seq<ScriptedAction> script = attempt.trial().script();
            ScriptedAction before = script.get(at);
            int[] count = {0};
            Action after = Parts.replaced(
                    before.action(),
                    part -> isAmount(part) ? Option.some(count[0]++ == number ? value : part) : Option.none());
            return attempt.trial()
                    .withScript(script.update(
                            at, new ScriptedAction(before.block(), before.sender(), after, before.names())));
        });
    }

    private static BigDecimal whole(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals);
    }

    private static long units(BigDecimal whole, int decimals) {
        return whole.movePointRight(decimals).longValueExact();
    }

    private static boolean isAmount(Object part) {
        return part instanceof Quantity || part instanceof Long;
    }

    /** The amounts in an action, and the decimals of what they are of. */
    private static List<Amount> numbers(Action action) {
        List<Amount> amounts = new ArrayList<>();
        Parts.replaced(action, part -> {
            if (part instanceof Action.Bid bid) {
                amounts.add(new Amount(bid.pay(), bid.pair().want().decimals()));
                amounts.add(new Amount(bid.receive(), bid.pair().give().decimals()));
                return Option.some(part);
            }
            if (part instanceof Action.Swap swap) {
                amounts.add(new Amount(swap.quantity(), swap.give().decimals()));
                amounts.add(new Amount(swap.atLeast(), swap.get().decimals()));
                return Option.some(part);
            }
            if (part instanceof Action step && !(part instanceof Action.Bundle)) {
                int decimals = decimals(step);
                Parts.replaced(step, inner -> {
                    if (isAmount(inner)) {
                        amounts.add(new Amount(inner, decimals));
                    }
                    return Option.when(isAmount(inner), inner);
                });
                return Option.some(part);
            }
            return Option.none();
        });
        return amounts;
    }

    /** Of the first asset that a step names. */
    private static int decimals(Action step) {
        int[] decimals = {-1};
        Parts.forEach(step, part -> {
            if (part instanceof Asset asset && decimals[0] < 0) {
                decimals[0] = asset.decimals();
            }
        });
        return Math.max(0, decimals[0]);
    }

    /** A {@link Quantity} or a number of base units. */
    private record Amount(Object value, int decimals) {}
}
