package io.firebreak.testkit.world;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.margin.Leg;
import io.firebreak.api.margin.MarginModel;
import io.firebreak.api.margin.PriceSource;
import io.firebreak.api.margin.Requirement;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.view.Price;
import io.firebreak.core.engine.Scene;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.RoundingMode;

/** Finds the price of ETH at which an account goes from safe to unsafe, by asking its margin model. */
final class Thresholds {
    private Thresholds() {}

    /**
     * The last safe price before the account is unsafe, in hundredths.
     *
     * @param now the price at which it stands, in hundredths
     * @return none where no price within a factor of 100 makes it unsafe, or it is unsafe now
     */
    static Option<Long> of(Scene scene, String wallet, long now) {
        Option<AccountId> account = scene.account(Setting.VENUE.name() + "/" + wallet);
        if (account.isEmpty() || scene.margin(0).isEmpty() || isUnsafe(scene, account.get(), now)) {
            return Option.none();
        }
        long below = Math.max(1, now / 100);
        long above = now * 100;
        return isUnsafe(scene, account.get(), below)
                ? Option.some(between(scene, account.get(), now, below))
                : isUnsafe(scene, account.get(), above)
                        ? Option.some(between(scene, account.get(), now, above))
                        : Option.none();
    }

    private static long between(Scene scene, AccountId account, long safe, long unsafe) {
        long inside = safe;
        long outside = unsafe;
        while (Math.abs(outside - inside) > 1) {
            long middle = (inside + outside) / 2;
            if (isUnsafe(scene, account, middle)) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return inside;
    }

    private static boolean isUnsafe(Scene scene, AccountId account, long cents) {
        MarginModel margin = scene.margin(0).get();
        Seq<Leg> legs = scene.legs(0);
        Seq<Parcel> holdings =
                legs.map(leg -> new Parcel(leg.asset(), scene.view(0).holding(account, leg.asset())));
        try {
            return margin.health(holdings, legs, parcel -> value(scene, parcel, cents), Requirement.MAINTENANCE)
                    .unsafe();
        } catch (RuntimeException thrown) {
            return false; // the run itself will meet it, and name who threw
        }
    }

    private static long value(Scene scene, Parcel parcel, long cents) {
        Asset asset = parcel.asset();
        Leg leg = scene.legs(0).find(each -> each.asset().equals(asset)).get();
        Decimal price =
                leg.price() instanceof PriceSource.Feed feed && feed.oracle().equals(Setting.ORACLE)
                        ? new Decimal(cents, 2)
                        : scene.view(0).price(asset).map(Price::value).getOrElse(Decimal.ONE);
        int power = scene.view(0).numeraire().decimals() - asset.decimals();
        long units = parcel.units();
        return units >= 0
                ? Exact.convert(units, price, Decimal.ONE, power, RoundingMode.DOWN)
                : -Exact.convert(-units, price, Decimal.ONE, power, RoundingMode.UP);
    }
}
