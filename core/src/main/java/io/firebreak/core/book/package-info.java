/**
 * The fenced hot path: the ledger, the undo log, margin books and their indexes, the table of standing offers.
 *
 * <p>Inside the fence, bulk state lives in primitive columns addressed by dense account and asset numbers, classes are
 * mutable, and loops replace streams. The reason is measured: with one object per holding and persistent maps of offers, a
 * liquidation costs 480–750 ns instead of 125–160 ns, and a million accounts do not fit a gibibyte. Nothing mutable leaves
 * the package except to the engine; mechanisms see value types.
 */
@NullMarked
package io.firebreak.core.book;

import org.jspecify.annotations.NullMarked;
