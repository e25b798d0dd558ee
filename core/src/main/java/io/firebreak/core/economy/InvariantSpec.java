package io.firebreak.core.economy;

import io.firebreak.api.metric.Invariant;

/** An invariant that the scenario asks for beside the engine's own laws, by the name of its mechanism. */
public record InvariantSpec(String name, Invariant model) {}
