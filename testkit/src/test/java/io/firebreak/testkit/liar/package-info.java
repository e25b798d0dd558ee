/** The kit is tested by liars: mechanisms broken on purpose, each of which it must reject by the number of a rule. */
@NullMarked
package io.firebreak.testkit.liar;

import org.jspecify.annotations.NullMarked;
