/** Layers that bear a loss: the venue's surplus or a share of it, an insurance fund, an auction of newly issued claims, the
 * lenders, the other borrowers, the sale of what forfeited accounts held. */
@NullMarked
package io.firebreak.lending.losses;

import org.jspecify.annotations.NullMarked;
