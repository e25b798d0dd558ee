package io.firebreak.api.liquidation;

/** A liquidation model that cannot liquidate accounts of contracts, and says why: it is never asked about them. */
public interface SparesContracts {
    /** The reason, as a clause: {@code a bid is locked, and margin cannot be}. */
    String whyNoContracts();
}
