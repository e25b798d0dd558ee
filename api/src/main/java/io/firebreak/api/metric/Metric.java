package io.firebreak.api.metric;

import io.firebreak.api.plugin.Mechanism;

/**
 * What is measured: folds the events of a run into one number.
 *
 * @param <S> its state, one immutable value
 */
public interface Metric<S> extends Mechanism {
    S initial();

    S observe(S state, Event event, RunView view);

    /** The figure at the end of the run, in {@link #unit}; NaN where it is not defined. */
    double value(S state, RunView view);

    String unit();

    Better better();
}
