/** Random numbers with an address: a draw depends on who draws it and when, never on who else draws. */
@NullMarked
package io.firebreak.core.random;

import org.jspecify.annotations.NullMarked;
