/**
 * Automated market makers, their liquidity providers, and soft liquidation.
 *
 * <p>{@link io.firebreak.amm.ConstantProduct} is the pool; its price moves only by trades, so {@link
 * io.firebreak.amm.Arbitrageur} ties it to the market outside.
 */
@NullMarked
package io.firebreak.amm;

import org.jspecify.annotations.NullMarked;
