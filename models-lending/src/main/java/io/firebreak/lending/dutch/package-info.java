/** Auctions with a falling price: the design, its sales, and the curves along which the price falls. */
@NullMarked
package io.firebreak.lending.dutch;

import org.jspecify.annotations.NullMarked;
