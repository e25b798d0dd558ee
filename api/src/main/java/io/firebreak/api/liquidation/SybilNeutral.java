package io.firebreak.api.liquidation;

/**
 * A mechanism that claims to treat two accounts as it treats one that holds and owes what both do: nobody gains by splitting
 * a position among several names, or loses by somebody else's doing so.
 */
public interface SybilNeutral {}
