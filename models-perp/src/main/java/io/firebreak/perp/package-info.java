/**
 * Perpetual exchanges: margin, funding, insurance and deleveraging.
 *
 * <p>{@link io.firebreak.perp.PoolPerp} is an exchange whose traders trade with a pool at the oracle's price. A position is
 * four holdings of a margin account ({@link io.firebreak.perp.Position}): margin, contracts, the money leg, and the size on
 * which it pays for funding. {@link io.firebreak.perp.EntrySizeMargin} says when it is unsafe.
 */
@NullMarked
package io.firebreak.perp;

import org.jspecify.annotations.NullMarked;
