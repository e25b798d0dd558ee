/** Liquidation at the oracle's price with a fixed bonus. */
@NullMarked
package io.firebreak.lending.spread;

import org.jspecify.annotations.NullMarked;
