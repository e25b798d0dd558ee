package io.firebreak.testkit.kit;

import io.firebreak.api.agent.AgentModel;

/** Tries an agent beside a lender whose borrowers fall. Extend it, and say which. */
public abstract class AgentModelKit extends Kit {
    @Override
    protected abstract AgentModel<?> mechanism();
}
