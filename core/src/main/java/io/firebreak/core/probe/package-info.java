/** Metrics and invariants that ship with the engine, as examples and as a second opinion on its own books. */
@NullMarked
package io.firebreak.core.probe;

import org.jspecify.annotations.NullMarked;
