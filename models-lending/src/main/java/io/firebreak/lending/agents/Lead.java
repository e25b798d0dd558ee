package io.firebreak.lending.agents;

/**
 * An auction whose best bid is its agent's own.
 *
 * @param sinceMillis when the agent first saw itself lead
 * @param units what its bid receives, base units
 */
public record Lead(long sinceMillis, long units) {}
