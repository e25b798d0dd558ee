/**
 * Depositors behind a standing bid: a pool that pays the debt of whoever is liquidated and shares out the collateral, and
 * the liquidation that offers it both. Begin with {@link io.firebreak.lending.stability.ProductSum}.
 */
@NullMarked
package io.firebreak.lending.stability;

import org.jspecify.annotations.NullMarked;
