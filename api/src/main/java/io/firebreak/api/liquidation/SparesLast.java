package io.firebreak.api.liquidation;

/**
 * A liquidation model that leaves the only account alone that has any of what stands behind its debt: there is nobody who
 * could take the debt over.
 */
public interface SparesLast {}
