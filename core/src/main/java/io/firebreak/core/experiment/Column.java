package io.firebreak.core.experiment;

import io.firebreak.api.metric.Better;

/** A metric of a comparison. */
public record Column(String name, String unit, Better better) {}
