/** The socket for who acts, on what information, at what cost. */
@NullMarked
package io.firebreak.api.agent;

import org.jspecify.annotations.NullMarked;
