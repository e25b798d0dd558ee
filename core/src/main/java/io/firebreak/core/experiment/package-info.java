/**
 * Many runs of one scenario, and what may be concluded from them: {@link Experiment} says which runs, {@link Trials} runs
 * them, {@link Journal} remembers the finished ones, {@link Comparison} weighs designs against each other.
 */
@NullMarked
package io.firebreak.core.experiment;

import org.jspecify.annotations.NullMarked;
