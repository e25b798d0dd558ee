/**
 * Loads plugins and says what they offer: {@link io.firebreak.core.wiring.PluginLoader} finds the modules, {@link
 * io.firebreak.core.wiring.Mechanisms} is what came of them, and a {@link io.firebreak.core.wiring.RecordShape} describes the
 * record behind a name, from which reader, schema and documentation are made.
 */
@NullMarked
package io.firebreak.core.wiring;

import org.jspecify.annotations.NullMarked;
