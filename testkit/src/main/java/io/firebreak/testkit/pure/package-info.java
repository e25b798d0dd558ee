/**
 * Whether mechanisms are functions: in place of each stands one that asks it more often than the engine does, elsewhere too,
 * and looks at what it was given before and after.
 */
@NullMarked
package io.firebreak.testkit.pure;

import org.jspecify.annotations.NullMarked;
