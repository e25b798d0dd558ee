/** The algorithmic stablecoin: {@link io.firebreak.amm.mint.MintBurn} issues and burns both of its assets. */
@NullMarked
package io.firebreak.amm.mint;

import org.jspecify.annotations.NullMarked;
