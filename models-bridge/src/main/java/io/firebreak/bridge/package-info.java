/**
 * Bridges and custodians, the wrapped assets they issue, and how they fail.
 *
 * <p>{@link io.firebreak.bridge.LockAndMint} holds an asset in reserve and issues a twin of it elsewhere; the twin is worth
 * what the reserve still holds.
 */
@NullMarked
package io.firebreak.bridge;

import org.jspecify.annotations.NullMarked;
