/** Pools of assets that should be worth the same: {@link io.firebreak.amm.stable.StableSwap} after Curve. */
@NullMarked
package io.firebreak.amm.stable;

import org.jspecify.annotations.NullMarked;
