package io.firebreak.lending.safeguards;

import static io.firebreak.testkit.world.Setting.ETH;
import static io.firebreak.testkit.world.Setting.VENUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Playback;
import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What safeguards remember of actions that fail, in a run of the engine: a block a minute, 1000 ETH of somebody else's. */
class GuardedRunTest {
    private static final long ETHER = 1_000_000_000;

    private static Playback guarded(Safeguard<?> safeguard) {
        Sketch sketch = new Sketch(
                60_000,
                2000,
                Vector.fill(9, new Sketch.Move.Stay()),
                Sketch.Feed.LIVE,
                Double.POSITIVE_INFINITY,
                Vector.empty(),
                Vector.empty(),
                1);
        Playback playback = Playback.of(
                        new Workshop(Companions.loan().with(safeguard))
                                .world(sketch)
                                .economy(),
                        Playback.Settings.of(1),
                        Witness.NOBODY)
                .get();
        playback.open();
        playback.grant("alice", new Parcel(ETH, 2000 * ETHER));
        act(playback, deposit(1000)).get();
        playback.close();
        playback.pause(Duration.ofDays(1));
        playback.open();
        return playback;
    }

    private static Either<Rejection, Long> act(Playback playback, Action action) {
        return playback.act(new ScriptedAction(playback.scene().block().number(), "alice", action))
                .get();
    }

    private static Action deposit(long ether) {
        return new Action.Deposit(VENUE, ETH, Quantity.of(ether * ETHER));
    }

    private static Action withdraw(long ether) {
        return new Action.Withdraw(VENUE, ETH, Quantity.of(ether * ETHER));
    }

    private static RateLimit limit() {
        return new RateLimit(
                ETH, Ratio.of("0.7"), 0, Duration.ofHours(4), Duration.ofMinutes(5), Duration.ofDays(3), Option.none());
    }

    @Test
    void anActionThatBreaksTheLimitLeavesNoTraceButTheBrokenLimit() {
        Playback playback = guarded(limit());
        assertThat(act(playback, withdraw(301)).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(act(playback, withdraw(1)).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(act(playback, deposit(1)).isRight()).isTrue();
        playback.close();
        playback.pause(Duration.ofDays(3));
        playback.open();
        assertThat(act(playback, withdraw(300)).isRight()).isTrue();
    }

    @Test
    void whatAFailedBundleTookOutDoesNotCount() {
        Playback playback = guarded(limit());
        Action more = new Action.Withdraw(VENUE, ETH, Quantity.of(2000 * ETHER));
        Action bundle = new Action.Bundle(List.of(withdraw(300), more));
        assertThat(act(playback, bundle).getLeft().reason()).isNotEqualTo(Reason.STOPPED);
        assertThat(act(playback, withdraw(300)).isRight()).isTrue();
        assertThat(act(playback, withdraw(1)).getLeft().reason()).isEqualTo(Reason.STOPPED);
    }

    @Test
    void aBundleThatPutsBackWhatItTookIsStillStopped() {
        Playback playback = guarded(limit());
        Action bundle = new Action.Bundle(List.of(withdraw(301), deposit(301)));
        assertThat(act(playback, bundle).getLeft().reason()).isEqualTo(Reason.STOPPED);
        assertThat(act(playback, withdraw(1)).getLeft().reason()).isEqualTo(Reason.STOPPED);
    }
}
