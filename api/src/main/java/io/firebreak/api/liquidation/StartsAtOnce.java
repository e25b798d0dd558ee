package io.firebreak.api.liquidation;

/**
 * A liquidation model that goes to work at once: whatever becomes unsafe is on offer, or somebody is invited to kick it, in
 * the same block.
 */
public interface StartsAtOnce {}
