package io.firebreak.core.economy;

import io.firebreak.api.action.Action;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/**
 * An action that the scenario lists.
 *
 * @param block when
 * @param sender the wallet's name: opened where it does not exist
 * @param action an account of index {@code −1 − i} in it stands for the i-th of {@code names}, and an asset of negative index
 *     for the claim of its symbol: both are resolved when the run is built
 * @param names accounts that the action names
 */
public record ScriptedAction(long block, String sender, Action action, Seq<String> names) {
    /** An action that names no accounts. */
    public ScriptedAction(long block, String sender, Action action) {
        this(block, sender, action, List.empty());
    }
}
