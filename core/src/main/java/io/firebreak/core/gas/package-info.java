/** Block space: what the rest of the world pays for it, and what is left at a fee. */
@NullMarked
package io.firebreak.core.gas;

import org.jspecify.annotations.NullMarked;
