/**
 * Worlds to try mechanisms in: one mechanism under test in honest company, and the names that every such world has.
 */
@NullMarked
package io.firebreak.testkit.world;

import org.jspecify.annotations.NullMarked;
