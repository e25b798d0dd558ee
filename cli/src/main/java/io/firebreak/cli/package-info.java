/** The command line: it runs scenarios and writes reports. */
@NullMarked
package io.firebreak.cli;

import org.jspecify.annotations.NullMarked;
