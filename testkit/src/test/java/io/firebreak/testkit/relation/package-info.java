/** Properties of the engine that need the testkit's generated histories. */
@NullMarked
package io.firebreak.testkit.relation;

import org.jspecify.annotations.NullMarked;
