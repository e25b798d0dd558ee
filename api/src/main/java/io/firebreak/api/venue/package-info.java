/** The socket for what can be done somewhere. */
@NullMarked
package io.firebreak.api.venue;

import org.jspecify.annotations.NullMarked;
