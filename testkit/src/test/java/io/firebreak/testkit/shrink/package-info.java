/** The shrinker against mechanisms that lie in few and in many steps. */
@NullMarked
package io.firebreak.testkit.shrink;

import org.jspecify.annotations.NullMarked;
