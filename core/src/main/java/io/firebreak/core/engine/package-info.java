/** Runs an economy block by block. */
@NullMarked
package io.firebreak.core.engine;

import org.jspecify.annotations.NullMarked;
