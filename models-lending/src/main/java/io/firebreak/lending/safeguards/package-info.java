/** What stops or slows a venue down for a while: a halt after a fall, a band for prices, prices too old, too many liquidations, too
 * much that leaves. */
@NullMarked
package io.firebreak.lending.safeguards;

import org.jspecify.annotations.NullMarked;
