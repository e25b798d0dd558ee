/**
 * A trial is a world and a script; the examiner plays it once and lets every rule watch. All else in the testkit makes
 * trials, cuts them or reports on them.
 */
@NullMarked
package io.firebreak.testkit.trial;

import org.jspecify.annotations.NullMarked;
