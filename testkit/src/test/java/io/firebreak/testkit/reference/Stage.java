package io.firebreak.testkit.reference;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Pair;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Scene;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.world.Composition;
import io.firebreak.testkit.world.Setting;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;

/** A composition in a run: one holder with nearly all that it may borrow or buy, and a price of 2000 USD that jumps once. */
final class Stage {
    static final long DOLLAR = 1_000_000;

    private final Playback playback;

    /** The price is multiplied by {@code factor} in the second block. */
    Stage(Composition composition, double factor) {
        Sketch sketch = new Sketch(
                60_000,
                2000,
                Vector.of(new Sketch.Move.By(factor), new Sketch.Move.Stay()),
                Sketch.Feed.LIVE,
                Double.POSITIVE_INFINITY,
                Vector.of(new Sketch.Holder(0, 10_000, 1000, false)),
                Vector.empty(),
                1);
        playback = Playback.of(
                        new Workshop(composition).world(sketch).economy(), Playback.Settings.of(1), Witness.NOBODY)
                .get();
        playback.open();
    }

    /** The next block. */
    Stage next() {
        playback.close();
        playback.open();
        return this;
    }

    /** The next block, so much later. */
    Stage after(Duration time) {
        playback.close();
        playback.pause(time);
        playback.open();
        return this;
    }

    Either<Rejection, Long> act(String who, Action action) {
        return playback.act(new ScriptedAction(scene().block().number(), who, action))
                .get();
    }

    Scene scene() {
        return playback.scene();
    }

    AccountId account(String name) {
        return scene().account(name).get();
    }

    /** What the holder has or owes. */
    long held(Asset asset) {
        return scene().view(0).holding(account("venue/holder-1"), asset);
    }

    long balance(String name, Asset asset) {
        return scene().balance(account(name), asset);
    }

    Asset claim(String name) {
        return scene().view(0).issued(name);
    }

    boolean isStopped() {
        return playback.isStopped();
    }

    static Action.Bid bid(AccountId target, Asset give, Asset want, long pay) {
        return new Action.Bid(Setting.VENUE, target, new Pair(give, want), Quantity.of(pay), 0);
    }
}
