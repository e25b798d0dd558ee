package io.firebreak.testkit.liar.venue;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentModel;
import io.firebreak.api.agent.AgentView;
import io.firebreak.api.agent.Decision;
import io.firebreak.api.agent.Wake;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.testkit.world.Setting;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** An agent that wants to be paid for block space. */
record BidsLessThanNothing() implements AgentModel<Nothing> {
    @Override
    public Nothing initial() {
        return Nothing.NOTHING;
    }

    @Override
    public Decision<Nothing> decide(Nothing state, AgentView view) {
        Action deposit = new Action.Deposit(Setting.VENUE, Setting.ETH, Quantity.of(1));
        return new Decision<>(state, List.of(Submission.of(deposit, -1)), Wake.everyBlock());
    }

    @Override
    public Seq<Parcel> endowment() {
        return List.of(new Parcel(Setting.ETH, 1_000_000_000));
    }
}
