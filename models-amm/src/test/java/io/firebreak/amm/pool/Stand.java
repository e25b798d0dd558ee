package io.firebreak.amm.pool;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.testkit.world.OneVenue;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Arrays;

/** A pool under test, and somebody with enough of everything. */
public final class Stand<S> {
    public static final Asset A = new Asset(0, "A", 9);
    public static final Asset B = new Asset(1, "B", 9);
    private static final long PLENTY = 1_000_000_000_000_000_000L;

    public final OneVenue<S> venue;
    public final AccountId trader;
    private final SharePool<S> pool;

    /** As a scenario seeds it: the treasury has the first shares. */
    public Stand(SharePool<S> pool, long... seeded) {
        this.pool = pool;
        Asset[] assets = pool.assets().toJavaArray(Asset[]::new);
        venue = new OneVenue<>(pool, assets);
        trader = venue.wallet("trader");
        for (int i = 0; i < assets.length; i++) {
            venue.give(venue.own("pool"), assets[i], seeded[i]);
            venue.give(trader, assets[i], PLENTY);
        }
        venue.after(1);
    }

    public Either<Rejection, Long> swap(Asset give, long units, Asset get) {
        return venue.act(trader, new Action.Swap(OneVenue.VENUE, give, Quantity.of(units), get, 0));
    }

    public Either<Rejection, Long> provide(long... units) {
        return venue.act(
                trader, new Action.Provide(OneVenue.VENUE, Vector.ofAll(units).map(Quantity::of)));
    }

    public Either<Rejection, Long> redeem(long units) {
        return venue.act(trader, new Action.Redeem(OneVenue.VENUE, share(), Quantity.of(units)));
    }

    public Asset share() {
        return venue.issued("shares");
    }

    public long supply() {
        return -venue.balance(venue.own("pool"), share());
    }

    /** What lies in the pool. */
    public long[] reserves() {
        return pool.assets()
                .map(asset -> venue.balance(venue.own("pool"), asset))
                .toJavaStream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** What the trader has less of each asset than in the beginning. */
    public long[] spent() {
        return pool.assets()
                .map(asset -> PLENTY - venue.balance(trader, asset))
                .toJavaStream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Whether the trader has spent something, or nothing at all. */
    public boolean gainedNothingForNothing() {
        return Arrays.stream(spent()).anyMatch(units -> units > 0)
                || Arrays.stream(spent()).allMatch(units -> units == 0);
    }
}
