/** Tests of the worlds that mechanisms are tried in. */
@NullMarked
package io.firebreak.testkit.world;

import org.jspecify.annotations.NullMarked;
