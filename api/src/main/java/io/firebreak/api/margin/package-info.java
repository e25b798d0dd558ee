/** Margin accounts as signed holdings, and the socket that says how healthy they are. */
@NullMarked
package io.firebreak.api.margin;

import org.jspecify.annotations.NullMarked;
