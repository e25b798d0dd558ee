package io.firebreak.api.plugin;

/** A mechanism that hands on to another: what that one declares of itself holds of both, but for what this one declares. */
public interface Wraps {
    Mechanism wrapped();
}
