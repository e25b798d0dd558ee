/** Liquidation models, venues and margin models that break a rule of liquidation. */
@NullMarked
package io.firebreak.testkit.liar.liquidation;

import org.jspecify.annotations.NullMarked;
