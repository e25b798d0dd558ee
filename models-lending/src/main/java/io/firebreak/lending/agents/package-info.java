/** Keepers: who liquidates for profit, and may fail to. */
@NullMarked
package io.firebreak.lending.agents;

import org.jspecify.annotations.NullMarked;
