package io.firebreak.testkit.trial;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.economy.ScriptedAction;
import io.vavr.collection.Seq;

/**
 * A world and a script: what rules are tried on, and what is left of it when it is cut to its shortest.
 *
 * @param economy its {@link Economy#actions} are the script
 */
public record Trial(Economy economy, long seed) {
    public Seq<ScriptedAction> script() {
        return economy.actions();
    }

    /** The same world with another script. */
    public Trial withScript(Seq<ScriptedAction> actions) {
        return new Trial(economy.withActions(actions), seed);
    }
}
