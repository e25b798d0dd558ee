package io.firebreak.core.engine;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.safeguard.Proposal;
import io.firebreak.api.safeguard.Safeguard;
import io.firebreak.api.safeguard.Verdict;
import io.vavr.control.Option;

/** A safeguard during a run. */
final class Guard<S> {
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

    String name() {
        return name;
    }

    S state() {
        return state;
    }

    Option<Asset> counted() {
        return safeguard.counted();
    }

    void observe() {
        state = desk.world.ask(name, () -> safeguard.observe(state, desk.eyes));
    }

    Verdict judge(Proposal proposal) {
        return desk.world.ask(name, () -> safeguard.judge(state, proposal, desk.eyes));
    }
}
