/** What somebody asks for in a block, and how a protocol says no. */
@NullMarked
package io.firebreak.api.action;

import org.jspecify.annotations.NullMarked;
