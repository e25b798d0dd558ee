/** Liquidation and margin models that hold by themselves and not beside another run: what the rules 501 to 549 must reject. */
@NullMarked
package io.firebreak.testkit.liar.relation;

import org.jspecify.annotations.NullMarked;
