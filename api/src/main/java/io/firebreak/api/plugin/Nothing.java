package io.firebreak.api.plugin;

/** The state of a mechanism that remembers nothing. */
public enum Nothing {
    NOTHING
}
