/** Perpetual exchanges: margin, funding, insurance and deleveraging. */
@NullMarked
package io.firebreak.perp;

import org.jspecify.annotations.NullMarked;
