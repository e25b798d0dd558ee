/** Liquidation that waits: an unsafe account is handed to another liquidation model after a window to repay, or by a draw.
 * Read {@link io.firebreak.lending.waiting.Gate}. */
@NullMarked
package io.firebreak.lending.waiting;

import org.jspecify.annotations.NullMarked;
