package io.firebreak.testkit.world;

import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.safeguard.StatesBreaker;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.flow.Tides;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** What an improviser has seen of what a circuit breaker limits at the venue under test: how much more may leave. */
final class Ebb {
    private static final int VENUE = 0;
    private @Nullable StatesBreaker stated;
    private @Nullable Asset asset;
    private @Nullable Tides tides;
    private long millis;

    /** Looks at what is there: what came or went since the last look of another block did so then. */
    void look(Scene scene) {
        long now = scene.block().timeMillis();
        if (tides == null) {
            begin(scene, now);
        } else if (asset != null) {
            tides.see(scene.view(VENUE).held(asset), millis);
            millis = now;
        }
    }

    private void begin(Scene scene, long now) {
        scene.spec(VENUE).safeguards().forEach(safeguard -> safeguard
                .power(StatesBreaker.class)
                .forEach(breaker -> safeguard.counted().forEach(counted -> {
                    stated = breaker;
                    asset = counted;
                    tides = new Tides(scene.view(VENUE).held(counted));
                    millis = now;
                })));
    }

    Option<Asset> asset() {
        return Option.of(asset);
    }

    /** The most that may leave now, were the circuit closed. */
    long most(Scene scene) {
        if (tides == null || stated == null || asset == null) {
            return 0;
        }
        long settled = tides.settled(scene.block().timeMillis(), stated);
        return Math.max(0, scene.view(VENUE).held(asset) - Tides.least(settled, stated));
    }

    /** What a wallet has of it there, and owes nothing. */
    record Holding(String wallet, long units) {}

    /** Who may take it out, most first. */
    Seq<Holding> free(Scene scene) {
        Seq<Holding> free = Vector.empty();
        for (int account = 0; account < scene.accounts() && asset != null; account++) {
            if (scene.kind(account) == Accounts.Kind.MARGIN && scene.venueOf(account) == VENUE) {
                AccountId id = scene.id(account);
                long held = scene.view(VENUE).holding(id, asset);
                if (held > 0 && scene.view(VENUE).exposure(id).isEmpty()) {
                    free = free.append(new Holding(scene.name(scene.id(scene.owner(account))), held));
                }
            }
        }
        return free.sortBy(each -> -each.units());
    }
}
