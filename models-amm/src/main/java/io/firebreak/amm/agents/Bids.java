package io.firebreak.amm.agents;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Submission;
import io.firebreak.api.agent.AgentView;

/** What an agent bids for a place in the block. */
final class Bids {
    private Bids() {}

    /** At the price below which a share of the block's transactions pay; nothing where gas is free. */
    static Submission submission(Action action, double share, AgentView view) {
        return Submission.of(action, view.gasAsset().isEmpty() ? 0 : (long) StrictMath.ceil(view.gasPrice(share)));
    }
}
