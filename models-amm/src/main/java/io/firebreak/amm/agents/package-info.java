/**
 * Who provides liquidity: {@link io.firebreak.amm.agents.LiquidityProvider} leaves as it loses or as volatility grows, {@link
 * io.firebreak.amm.agents.RangeFollower} moves its liquidity after the price. Many of one mind make depth go when it is
 * needed.
 */
@NullMarked
package io.firebreak.amm.agents;

import org.jspecify.annotations.NullMarked;
