package io.firebreak.core.engine;

import io.firebreak.api.action.Reason;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.Verdict;
import io.firebreak.core.book.Refusal;
import io.firebreak.core.book.UndoLog;
import io.vavr.control.Option;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A safeguard during a run. */
final class Guard<S> implements UndoLog.Undoable {
    private final Desk<?> desk;
    private final Safeguard<S> safeguard;
    private final String name;
    private S state;

    Guard(Desk<?> desk, Safeguard<S> safeguard, String name) {
        this.desk = desk;
        this.safeguard = safeguard;
        this.name = name;
        state = safeguard.initial();
    }

    S state() {
        return state;
    }

    Option<Asset> counted() {
        return safeguard.counted();
    }

    void observe() {
        setState(desk.world.ask(name, () -> safeguard.observe(state, desk.eyes)));
    }

    Verdict judge(Proposal proposal) {
        return desk.world.ask(name, () -> safeguard.judge(state, proposal, desk.eyes));
    }

    /** Refuses what it stops. */
    void require(Proposal proposal) {
        if (judge(proposal) instanceof Verdict.Stop stop) {
            throw new Refusal(new Rejection(Reason.STOPPED, why(stop)), () -> note(proposal, stop));
        }
    }

    String why(Verdict.Stop stop) {
        return name + ": " + stop.why();
    }

    void note(Proposal proposal, Verdict verdict) {
        setState(desk.world.ask(name, () -> safeguard.note(state, proposal, verdict, desk.eyes)));
    }

    private void setState(S next) {
        if (next != state) {
            desk.world.undo.push(this, 0, 0, 0, state);
            state = next;
        }
    }

    @SuppressWarnings("unchecked")
    @Override
    public void undo(int first, int second, long value, @Nullable Object reference) {
        state = (S) Objects.requireNonNull(reference);
    }
}
