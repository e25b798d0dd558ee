/**
 * What a run is made of, after a scenario file was read, its plugins loaded and the patches of one variant applied: plain
 * values that name a mechanism for each socket. The reader makes it; the engine runs it.
 */
@NullMarked
package io.firebreak.core.economy;

import org.jspecify.annotations.NullMarked;
