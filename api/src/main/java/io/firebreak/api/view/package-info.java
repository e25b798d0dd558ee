/** What a mechanism may see: the block, prices with their age, balances, and random numbers with an address. */
@NullMarked
package io.firebreak.api.view;

import org.jspecify.annotations.NullMarked;
