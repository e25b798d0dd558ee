package io.firebreak.api.metric;

import io.firebreak.api.plugin.Mechanism;

/**
 * What is measured: folds the events and blocks of a run into one number.
 *
 * @param <S> its state, one immutable value
 */
public interface Metric<S> extends Mechanism {
    S initial();

    S observe(S state, Event event, RunView view);

    /** Looks at the end of a block, whatever happened in it. */
    default S sample(S state, RunView view) {
        return state;
    }

    /** The figure at the end of the run, in {@link #unit}; NaN where it is not defined. */
    double value(S state, RunView view);

    String unit();

    Better better();
}
