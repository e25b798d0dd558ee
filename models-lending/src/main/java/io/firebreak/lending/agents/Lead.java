package io.firebreak.lending.agents;

import io.firebreak.api.ledger.Parcel;

/**
 * An auction whose best bid is its agent's own.
 *
 * @param sinceMillis when the agent first saw itself lead
 * @param gain what its bid receives
 */
public record Lead(long sinceMillis, Parcel gain) {}
