/**
 * Metamorphic relations: a trial is changed in one thing, both are played side by side, and what they have in common is
 * compared after every block. Most pairs must agree to the last unit; where amounts are rounded, the bound is derived.
 */
@NullMarked
package io.firebreak.testkit.relation;

import org.jspecify.annotations.NullMarked;
