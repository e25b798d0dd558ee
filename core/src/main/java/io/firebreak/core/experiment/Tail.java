package io.firebreak.core.experiment;

import io.vavr.control.Option;

/**
 * Expected shortfall at 95 %: the mean over the worst twentieth of the seeds, or the worst seed where there are fewer than 20.
 *
 * @param shortfall NaN where the metric is defined in no seed
 * @param interval by bootstrap; none under 20 seeds
 */
public record Tail(double shortfall, Option<Interval> interval) {}
