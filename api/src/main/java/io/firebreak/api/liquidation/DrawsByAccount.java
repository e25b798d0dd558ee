package io.firebreak.api.liquidation;

/**
 * A liquidation model that draws random numbers of accounts: under another name an account has other luck, and every variant
 * of a comparison the same.
 */
public interface DrawsByAccount {}
