/** Places outside where assets trade: a path moved by what is sold there, and recovering from it. */
@NullMarked
package io.firebreak.core.market;

import org.jspecify.annotations.NullMarked;
