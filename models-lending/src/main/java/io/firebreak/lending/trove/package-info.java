/**
 * Troves: loans of a newly issued asset for a fee paid once, which anybody may redeem from the riskiest at face value. Begin
 * with {@link io.firebreak.lending.trove.Trove}.
 */
@NullMarked
package io.firebreak.lending.trove;

import org.jspecify.annotations.NullMarked;
