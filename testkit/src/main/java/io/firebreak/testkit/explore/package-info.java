/**
 * Small worlds, exhaustively: {@link io.firebreak.testkit.explore.Explorer} plays every history up to a depth over two
 * accounts, one market and a handful of prices and amounts, and does not go on twice from the same state.
 */
@NullMarked
package io.firebreak.testkit.explore;

import org.jspecify.annotations.NullMarked;
