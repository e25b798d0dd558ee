/**
 * Cuts a trial that breaks a rule to the shortest that still does: {@link io.firebreak.testkit.shrink.Shrinker} goes through
 * its passes (what is not needed, the script, time, the world, numbers, names) until none of them finds anything more to cut.
 */
@NullMarked
package io.firebreak.testkit.shrink;

import org.jspecify.annotations.NullMarked;
