package io.firebreak.core.experiment;

import io.vavr.control.Option;

/**
 * A metric's mean over seeds and how well it is known.
 *
 * @param count seeds in which it is defined
 * @param mean NaN where it is defined in none
 * @param deviation the sample's standard deviation (n − 1); NaN under two seeds
 * @param interval of the mean, Student's t; none under two seeds
 */
public record Estimate(int count, double mean, double deviation, Option<Interval> interval) {
    /** The side of zero on which the interval of the mean lies; 0 where it contains zero or there is none. */
    public int side() {
        return interval.map(Interval::side).getOrElse(0);
    }
}
