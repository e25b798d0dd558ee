/** The socket for how the outside world moves. */
@NullMarked
package io.firebreak.api.price;

import org.jspecify.annotations.NullMarked;
