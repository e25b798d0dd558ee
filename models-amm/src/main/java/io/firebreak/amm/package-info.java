/** Automated market makers, their liquidity providers, and soft liquidation. */
@NullMarked
package io.firebreak.amm;

import org.jspecify.annotations.NullMarked;
