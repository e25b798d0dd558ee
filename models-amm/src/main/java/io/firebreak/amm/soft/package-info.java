/**
 * Soft liquidation: collateral lies in bands of price, each of which sells it on the way down and buys it back on the way up.
 * {@link io.firebreak.amm.soft.Grid} says where the bands are, {@link io.firebreak.amm.soft.Ladder} what is in them, {@link
 * io.firebreak.amm.soft.Sizing} into which of them a loan goes.
 */
@NullMarked
package io.firebreak.amm.soft;

import org.jspecify.annotations.NullMarked;
