/** The sockets for what is measured and what must always hold. */
@NullMarked
package io.firebreak.api.metric;

import org.jspecify.annotations.NullMarked;
