/** The socket for what must stop or slow down, and when. */
@NullMarked
package io.firebreak.api.safeguard;

import org.jspecify.annotations.NullMarked;
