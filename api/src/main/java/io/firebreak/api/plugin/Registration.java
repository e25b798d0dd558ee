package io.firebreak.api.plugin;

/**
 * A mechanism offered under a name.
 *
 * @param type a record that implements one socket
 */
public record Registration(String name, Class<? extends Mechanism> type) {}
