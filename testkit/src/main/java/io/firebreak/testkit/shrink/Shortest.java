package io.firebreak.testkit.shrink;

import io.firebreak.testkit.trial.Trial;

/**
 * What is left of a trial.
 *
 * @param examinations how many trials were looked at on the way
 * @param exhausted whether the budget ended before there was nothing more to cut
 */
public record Shortest(Trial trial, int examinations, boolean exhausted) {}
