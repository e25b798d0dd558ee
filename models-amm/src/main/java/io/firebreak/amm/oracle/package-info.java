/**
 * Oracles that read pools, and so can be moved by who trades there: as it stands now ({@link
 * io.firebreak.amm.oracle.PoolSpot}), averaged over time ({@link io.firebreak.amm.oracle.TimeWeighted}), or outvoted by
 * others ({@link io.firebreak.amm.oracle.Median}).
 */
@NullMarked
package io.firebreak.amm.oracle;

import org.jspecify.annotations.NullMarked;
