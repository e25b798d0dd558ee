/** A trial is a world and a script. All else in the testkit makes trials, examines them, cuts them or reports on them. */
@NullMarked
package io.firebreak.testkit.trial;

import org.jspecify.annotations.NullMarked;
