package io.firebreak.core.economy;

import io.firebreak.api.metric.Metric;

/** A metric that the scenario asks for beside the engine's own, by the name that the scenario gives it. */
public record MetricSpec(String name, Metric<?> model) {}
