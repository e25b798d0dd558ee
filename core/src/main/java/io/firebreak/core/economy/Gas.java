package io.firebreak.core.economy;

import io.firebreak.api.ledger.Asset;

/**
 * Block space and its price.
 *
 * @param perBlock gas units of a block
 * @param asset what gas is paid in; its base unit must be a billionth, so that gwei × gas is a number of base units
 * @param demand what the rest of the world pays
 */
public record Gas(long perBlock, Asset asset, GasDemand demand) {}
