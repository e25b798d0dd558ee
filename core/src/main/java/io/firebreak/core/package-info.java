/** The engine: it carries out what mechanisms order, and keeps the books. */
@NullMarked
package io.firebreak.core;

import org.jspecify.annotations.NullMarked;
