/** Exact numbers: decimals where prices meet amounts, and arithmetic whose rounding is in its name. */
@NullMarked
package io.firebreak.api.number;

import org.jspecify.annotations.NullMarked;
