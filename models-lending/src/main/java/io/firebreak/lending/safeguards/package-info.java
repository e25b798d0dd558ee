/** What stops a liquidation for a while. */
@NullMarked
package io.firebreak.lending.safeguards;

import org.jspecify.annotations.NullMarked;
