/** Whole economies, run from scenario files: every family of venue, and what the engine promises of all. */
@NullMarked
package io.firebreak.cli.economies;

import org.jspecify.annotations.NullMarked;
