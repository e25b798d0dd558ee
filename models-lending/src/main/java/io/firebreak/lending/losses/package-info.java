/** Layers that bear a loss: the venue's surplus, an insurance fund, an auction of newly issued claims. */
@NullMarked
package io.firebreak.lending.losses;

import org.jspecify.annotations.NullMarked;
