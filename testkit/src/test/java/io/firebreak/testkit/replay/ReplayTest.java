package io.firebreak.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.metric.Event;
import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.trial.Trial;
import io.firebreak.testkit.world.Companions;
import io.firebreak.testkit.world.Setting;
import io.firebreak.testkit.world.Sketch;
import io.firebreak.testkit.world.Workshop;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final ScriptedAction DEPOSIT =
            new ScriptedAction(0, "alice", new Action.Deposit(Setting.VENUE, Setting.ETH, Quantity.of(2_000_000_000L)));
    private static final ScriptedAction TOO_MUCH = new ScriptedAction(
            1, "alice", new Action.Withdraw(Setting.VENUE, Setting.ETH, Quantity.of(3_000_000_000L)));

    /** ETH falls to half in the last block, and one account is under water. */
    private static Replay replay() {
        Sketch sketch = new Sketch(
                60_000,
                2000,
                Vector.of(new Sketch.Move.Stay(), new Sketch.Move.By(0.5)),
                Sketch.Feed.LIVE,
                Double.POSITIVE_INFINITY,
                Vector.of(new Sketch.Holder(0, 10_000, 1000, false)),
                Vector.empty(),
                1);
        Trial trial = new Workshop(Companions.loan()).world(sketch).withScript(Vector.of(DEPOSIT, TOO_MUCH));
        return Replay.of(trial, Catalogue.all());
    }

    @Test
    void tellsOfEachActionWhatItMovedOrWhyNot() {
        Replay replay = replay();
        Replay.Step first = replay.steps().find(step -> step.action() == 0).get();
        assertThat(first.refused()).isEmpty();
        assertThat(first.postings()).containsExactly("2 ETH from alice to venue/alice");
        Replay.Step second = replay.steps().find(step -> step.action() == 1).get();
        assertThat(second.block()).isEqualTo(1);
        assertThat(second.refused().map(why -> why.reason())).contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(second.postings()).isEmpty();
        assertThat(replay.actions().take(2)).containsExactly(DEPOSIT, TOO_MUCH);
    }

    @Test
    void tellsWhatATakerDoesWhenTheScriptIsOver() {
        Replay replay = replay();
        Replay.Step bid = replay.steps()
                .find(step -> step.afterwards() && step.action() >= 0)
                .get();
        ScriptedAction action = replay.actions().get(bid.action());
        assertThat(action.sender()).isEqualTo("a taker with enough capital");
        assertThat(action.action()).isInstanceOf(Action.Bid.class);
        assertThat(action.names()).containsExactly("venue/holder-1");
        assertThat(bid.events().map(Event::kind)).contains(Event.Kind.FILLED);
        assertThat(bid.events()
                        .map(event -> replay.accounts().get(event.subject().index())))
                .contains("venue/holder-1");
        assertThat(replay.steps().flatMap(Replay.Step::events).map(Event::kind))
                .contains(Event.Kind.UNSAFE, Event.Kind.BORNE);
    }

    @Test
    void showsTheSheetWhenTheScriptIsOver() {
        Replay replay = replay();
        assertThat(replay.sheet().balances()).isTrue();
        assertThat(replay.sheet().units("venue/alice", Setting.ETH)).isEqualTo(2_000_000_000L);
        assertThat(replay.sheet().accounts().map(holder -> holder.account()))
                .doesNotContain("a taker with enough capital");
        assertThat(replay.breaches()).isEmpty();
        assertThat(replay.failure()).isEmpty();
    }
}
