package io.firebreak.testkit.relation;

import io.firebreak.core.engine.Witness;
import io.firebreak.testkit.rule.Relation;
import io.firebreak.testkit.trial.Trial;

/** The same run again: its hash is the same after every action. */
public final class SecondTime implements Relation {
    @Override
    public Outcome compare(Trial trial) {
        return SideBySide.outcome(trial, trial, (first, second) -> new Alike(first, second, action -> action));
    }

    /** The same run by the engine that finds unsafe accounts through its indexes instead of looking at all. */
    public static final class Indexed implements Relation {
        @Override
        public Outcome compare(Trial trial) {
            return SideBySide.outcome(
                    trial,
                    SideBySide.playback(trial, false, Witness.NOBODY),
                    Witness.NOBODY,
                    (first, second) -> new Alike(first, second, action -> action));
        }
    }
}
