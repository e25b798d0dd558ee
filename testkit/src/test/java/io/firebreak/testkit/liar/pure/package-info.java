/** Liquidation models that are no functions: what the rules 601 to 649 must reject. */
@NullMarked
package io.firebreak.testkit.liar.pure;

import org.jspecify.annotations.NullMarked;
