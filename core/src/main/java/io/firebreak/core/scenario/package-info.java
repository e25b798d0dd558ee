/**
 * Reads scenario files. {@link io.firebreak.core.scenario.ScenarioReader} turns text into a {@link
 * io.firebreak.core.scenario.Tree} that remembers its places, applies the {@link io.firebreak.core.scenario.Patches} of each
 * variant, and interprets every variant before anything runs; each mistake is a {@link
 * io.firebreak.core.scenario.Problem}. The same descriptions of parameters make the JSON Schema.
 */
@NullMarked
package io.firebreak.core.scenario;

import org.jspecify.annotations.NullMarked;
