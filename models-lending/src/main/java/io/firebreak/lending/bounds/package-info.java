/** The two bounds of every comparison: never liquidating, and liquidating at once without a market. */
@NullMarked
package io.firebreak.lending.bounds;

import org.jspecify.annotations.NullMarked;
