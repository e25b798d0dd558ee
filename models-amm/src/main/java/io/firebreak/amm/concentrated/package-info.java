/**
 * Concentrated liquidity: providers choose the prices between which they make the market.
 *
 * <p>{@link io.firebreak.amm.concentrated.Curve} is the exact arithmetic of the pool, on numbers of any size; {@link
 * io.firebreak.amm.concentrated.ConcentratedLiquidity} is the venue around it, which turns ranges into shares.
 */
@NullMarked
package io.firebreak.amm.concentrated;

import org.jspecify.annotations.NullMarked;
