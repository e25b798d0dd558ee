package io.firebreak.core.experiment;

import io.firebreak.core.engine.RunResult;
import io.vavr.control.Option;

/** Remembers finished runs, so that an experiment that was killed goes on where it stopped. */
public interface Journal {
    /** What an earlier attempt found; none where it did not get that far. */
    Option<RunResult> read(int trial);

    /** Keeps a result, whole or not at all. Called from several threads. */
    void keep(int trial, RunResult result);

    /** A journal that forgets. */
    static Journal none() {
        return new Journal() {
            @Override
            public Option<RunResult> read(int trial) {
                return Option.none();
            }

            @Override
            public void keep(int trial, RunResult result) {}
        };
    }
}
