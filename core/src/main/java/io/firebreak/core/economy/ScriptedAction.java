package io.firebreak.core.economy;

import io.firebreak.api.action.Action;

/**
 * An action that the scenario lists.
 *
 * @param block when
 * @param sender the wallet's name: opened where it does not exist
 * @param action its targets are resolved by name when the run is built
 */
public record ScriptedAction(long block, String sender, Action action) {}
