/**
 * Pools of Balancer's vault, in its fixed point of 18 decimals: {@link io.firebreak.amm.weighted.Weighted} of assets in
 * given shares of value, {@link io.firebreak.amm.weighted.VaultStable} of assets that should be worth the same.
 */
@NullMarked
package io.firebreak.amm.weighted;

import org.jspecify.annotations.NullMarked;
