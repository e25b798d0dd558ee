/** The socket for who bears what is missing. */
@NullMarked
package io.firebreak.api.loss;

import org.jspecify.annotations.NullMarked;
