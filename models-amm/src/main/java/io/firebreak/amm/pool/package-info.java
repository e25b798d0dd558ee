/**
 * What pools have in common: reserves on one account, and shares that are parts of them. {@link
 * io.firebreak.amm.pool.SharePool} does the bookkeeping; a pool says what a trade pays and what a deposit is worth.
 */
@NullMarked
package io.firebreak.amm.pool;

import org.jspecify.annotations.NullMarked;
