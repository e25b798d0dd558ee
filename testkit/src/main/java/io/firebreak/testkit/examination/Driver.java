package io.firebreak.testkit.examination;

import io.firebreak.core.economy.ScriptedAction;
import io.firebreak.core.engine.Scene;
import io.firebreak.testkit.trial.Trial;
import io.vavr.control.Option;

/** Says what each block's actions are: read off a script, or made up as the run goes on. */
public interface Driver {
    /** The next action of the block under way; none: the block is over. */
    Option<ScriptedAction> next(Scene scene);

    /** Plays a trial's own script. */
    static Driver of(Trial trial) {
        return new Driver() {
            private int at;

            @Override
            public Option<ScriptedAction> next(Scene scene) {
                return at < trial.script().size()
                                && trial.script().get(at).block()
                                        <= scene.block().number()
                        ? Option.some(trial.script().get(at++))
                        : Option.none();
            }
        };
    }
}
