/** The socket for which price a protocol sees. */
@NullMarked
package io.firebreak.api.oracle;

import org.jspecify.annotations.NullMarked;
