/** Liquidation at the oracle's price with a bonus, fixed or growing. {@link io.firebreak.lending.spread.Terms} is what the
 * models share; {@link io.firebreak.lending.spread.CloseRule} says how much, {@link io.firebreak.lending.spread.Bonus} at what
 * price. */
@NullMarked
package io.firebreak.lending.spread;

import org.jspecify.annotations.NullMarked;
