package io.firebreak.api.loss;

import io.firebreak.api.ledger.Asset;

/**
 * A loss layer that does not pay with all that its purse has, and says how much of it stands in. A layer that says nothing
 * pays as long as there is anything.
 */
public interface StandsInFor {
    /**
     * Most that it pays in sum. At a share of 30 %, of a purse that holds 700 and has paid 300: 300, so that no more is paid
     * until more comes in.
     *
     * @param ever what the purse holds and what this layer has paid from it, base units
     */
    long most(Asset asset, long ever);
}
