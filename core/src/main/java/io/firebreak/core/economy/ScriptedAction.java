package io.firebreak.core.economy;

import io.firebreak.api.action.Action;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/**
 * An action that the scenario lists.
 *
 * @param block when
 * @param sender the wallet's name: opened where it does not exist
 * @param action an account of index {@code −1 − i} in it stands for the i-th of {@code names} ({@link StandIns}): it is
 *     resolved when the action is played. A claim is there by its place in the ledger: after the declared assets, venue by
 *     venue
 * @param names accounts that the action names
 */
public record ScriptedAction(long block, String sender, Action action, Seq<String> names) {
    /** An action that names no accounts. */
    public ScriptedAction(long block, String sender, Action action) {
        this(block, sender, action, List.empty());
    }
}
