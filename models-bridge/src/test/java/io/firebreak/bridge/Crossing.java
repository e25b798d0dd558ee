package io.firebreak.bridge;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.control.Either;
import java.time.Duration;

/** A bridge of ETH under test. */
final class Crossing {
    static final Asset ETH = new Asset(0, "ETH", 9);
    static final Asset WETH = new Asset(1, "WETH", 9);

    final OneVenue<InFlight> venue;
    final AccountId user;

    Crossing(Duration delay, boolean stealable) {
        venue = new OneVenue<>(new LockAndMint(ETH, WETH, delay, stealable), ETH, WETH);
        user = venue.wallet("user");
    }

    static Crossing ofAnHour() {
        return new Crossing(Duration.ofHours(1), true);
    }

    Either<Rejection, Long> lock(AccountId sender, long units) {
        return venue.act(sender, new Action.Lock(OneVenue.VENUE, ETH, Quantity.of(units)));
    }

    Either<Rejection, Long> release(AccountId sender, long units) {
        return venue.act(sender, new Action.Release(OneVenue.VENUE, WETH, Quantity.of(units)));
    }

    Either<Rejection, Long> steal(Quantity quantity) {
        return venue.act(venue.wallet("thief"), new Action.Steal(OneVenue.VENUE, ETH, quantity));
    }

    /** Gives ETH, locks it, and waits. */
    Crossing crossed(AccountId sender, long units) {
        venue.give(sender, ETH, units);
        lock(sender, units);
        return hours(1);
    }

    Crossing hours(long hours) {
        venue.after(Duration.ofHours(hours).toMillis());
        return this;
    }

    long reserve() {
        return venue.balance(venue.own("reserve"), ETH);
    }

    /** Wrapped units in circulation. */
    long wrapped() {
        return -venue.balance(venue.own("reserve"), WETH);
    }

    long held(AccountId wallet, Asset asset) {
        return venue.balance(wallet, asset);
    }

    long redemption(long units) {
        LockAndMint bridge = new LockAndMint(ETH, WETH, Duration.ofHours(1), true);
        return bridge.quote(venue.state(), WETH, units, ETH, venue);
    }
}
