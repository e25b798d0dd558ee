/** Lending venues, and the liquidation and loss models that grew up there. */
@NullMarked
package io.firebreak.lending;

import org.jspecify.annotations.NullMarked;
