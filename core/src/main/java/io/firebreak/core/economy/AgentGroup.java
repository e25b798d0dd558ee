package io.firebreak.core.economy;

import io.firebreak.api.agent.AgentModel;

/** Agents of one kind by name; {@link AgentModel#count()} of them. */
public record AgentGroup(String name, AgentModel<?> model) {}
