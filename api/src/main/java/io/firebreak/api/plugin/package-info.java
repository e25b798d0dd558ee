/** How a plugin offers its mechanisms, and how a mechanism describes its parameters. */
@NullMarked
package io.firebreak.api.plugin;

import org.jspecify.annotations.NullMarked;
