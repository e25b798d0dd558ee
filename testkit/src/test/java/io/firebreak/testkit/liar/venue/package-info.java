/** Venues, margin models, safeguards, oracles and agents with one fault each, and the tests that the kit rejects them by number. */
@NullMarked
package io.firebreak.testkit.liar.venue;

import org.jspecify.annotations.NullMarked;
