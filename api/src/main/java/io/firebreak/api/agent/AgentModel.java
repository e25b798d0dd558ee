package io.firebreak.api.agent;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.plugin.Mechanism;
import io.vavr.collection.Seq;

/**
 * Who acts, on what information, at what cost. Never assumed to act.
 *
 * @param <S> the state of one agent, one immutable value
 */
public interface AgentModel<S> extends Mechanism {
    S initial();

    /** Decides on the state it can see. */
    Decision<S> decide(S state, AgentView view);

    /** What each agent's wallet holds when the run begins, bought from {@code outside}. */
    Seq<Parcel> endowment();

    /** How many such agents there are. */
    default int count() {
        return 1;
    }

    /** Blocks between a decision and its arrival at the block builder. */
    default int latencyBlocks() {
        return 0;
    }
}
