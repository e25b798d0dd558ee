/**
 * The catalogue of invariants: each rule with its number, its sentence and the check that judges it. From here come the
 * docs page, the kit, the failure messages and the matrix; nothing about a rule is written a second time.
 */
@NullMarked
package io.firebreak.testkit.catalogue;

import org.jspecify.annotations.NullMarked;
