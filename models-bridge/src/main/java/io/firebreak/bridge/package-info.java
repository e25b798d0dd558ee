/** Bridges and custodians, the wrapped assets they issue, and how they fail. */
@NullMarked
package io.firebreak.bridge;

import org.jspecify.annotations.NullMarked;
