/** The sockets that a plugin fills, and the values they exchange. */
@NullMarked
package io.firebreak.api;

import org.jspecify.annotations.NullMarked;
