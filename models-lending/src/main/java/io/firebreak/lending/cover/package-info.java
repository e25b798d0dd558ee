/** Mutual cover: members' capital stands in for another venue's losses, and may leave only above what the cover requires. */
@NullMarked
package io.firebreak.lending.cover;

import org.jspecify.annotations.NullMarked;
