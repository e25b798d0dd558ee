package io.firebreak.testkit.rule.reading;

import io.firebreak.api.action.Action;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.venue.HoldsBack;
import io.firebreak.api.view.Price;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Deed;
import io.firebreak.core.engine.Scene;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * All that a wallet has, in its pocket and in its margin account at one venue, asset by asset: a debt counts against what is
 * owed, a money leg in what it is settled in, rounded against who has it; and what the venue holds back of it.
 */
public final class Purse {
    private final long[] units;

    private Purse(long[] units) {
        this.units = units;
    }

    public long units(int asset) {
        return units[asset];
    }

    public static Purse of(Scene scene, int venue, int wallet) {
        long[] units = new long[scene.assetCount()];
        for (int asset = 0; asset < units.length; asset++) {
            units[asset] = scene.balance(wallet, asset);
        }
        int account = scene.marginAccount(venue, wallet);
        if (account != Accounts.NONE) {
            for (Leg leg : scene.legs(venue)) {
                add(units, scene, venue, account, leg);
            }
            if (scene.spec(venue).venue() instanceof HoldsBack holds) {
                Parcel back = holds.heldBack(scene.id(account), scene.view(venue));
                units[back.asset().index()] += back.units();
            }
        }
        return new Purse(units);
    }

    private static void add(long[] units, Scene scene, int venue, int account, Leg leg) {
        Asset asset = leg.asset();
        if (leg instanceof Leg.Quote quote) {
            long held = scene.balance(account, asset.index());
            if (held != 0) {
                units[quote.settlesIn().index()] += worth(scene, venue, quote.settlesIn(), asset, held);
            }
        } else {
            units[asset.index()] += leg instanceof Leg.SharedDebt
                    ? scene.view(venue).holding(scene.id(account), asset)
                    : scene.balance(account, asset.index());
        }
    }

    /** The value of signed units in another asset, rounded down; 0 where there is no price yet. */
    static long worth(Scene scene, int venue, Asset in, Asset asset, long units) {
        Decimal price = scene.view(venue).price(asset).map(Price::value).getOrElse(Decimal.ZERO);
        return worth(units, asset, price, in);
    }

    /** The value of signed units of an asset at a price, rounded down. */
    static long worth(long units, Asset asset, Decimal price, Asset in) {
        int shift = in.decimals() - asset.decimals();
        return units >= 0
                ? Exact.convert(units, price, Decimal.ONE, shift, RoundingMode.DOWN)
                : -Exact.convert(-units, price, Decimal.ONE, shift, RoundingMode.UP);
    }

    /** The first asset of which there is more than before, where there is less of none; −1 otherwise. */
    public int gained(Purse before) {
        return gained(before, new long[units.length]);
    }

    /** The same where more is more than so much of each asset more. */
    public int gained(Purse before, long[] tolerance) {
        int gained = -1;
        for (int asset = 0; asset < units.length; asset++) {
            if (units[asset] < before.units[asset]) {
                return -1;
            }
            if (gained < 0 && units[asset] - before.units[asset] > tolerance[asset]) {
                gained = asset;
            }
        }
        return gained;
    }

    /** Whether there is more of something than before, whatever there is less of. */
    public boolean hasMoreOfAny(Purse before) {
        for (int asset = 0; asset < units.length; asset++) {
            if (units[asset] > before.units[asset]) {
                return true;
            }
        }
        return false;
    }

    /** {@code 2 ETH where it had 1 ETH}. */
    public String against(Purse before, int asset, Scene scene) {
        Asset of = scene.asset(asset);
        return of.show(units[asset]) + " where it had " + of.show(before.units[asset]);
    }

    /** An action of a user that a venue answers by itself, and that asks for no more than anybody may; null for any other deed. */
    public static Action.@Nullable AtVenue usersAction(Deed deed) {
        return deed instanceof Deed.Act act
                        && act.action() instanceof Action.AtVenue action
                        && !(action instanceof Action.Called)
                        && !(action instanceof Action.Steal)
                        && !(action instanceof Action.FlashBorrow)
                        && !(action instanceof Action.FlashReturn)
                ? action
                : null;
    }
}
