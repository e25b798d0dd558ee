/** How the outside world moves: replayed from a file, drawn, or scripted. */
@NullMarked
package io.firebreak.core.price;

import org.jspecify.annotations.NullMarked;
