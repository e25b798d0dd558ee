/** Auctions at intervals in which one price clears: the design, its batches, and {@link io.firebreak.lending.batch.Clearing},
 * which finds the price. */
@NullMarked
package io.firebreak.lending.batch;

import org.jspecify.annotations.NullMarked;
