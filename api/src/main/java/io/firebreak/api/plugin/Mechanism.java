package io.firebreak.api.plugin;

/**
 * Anything that a scenario can name: the common ground of the sockets. A mechanism is a <em>record</em>: its components
 * are its parameters, and from them (with {@link Parameter}) come the scenario reader, the error messages, the JSON schema
 * and the documentation. It is a pure function of its state and what it may see.
 */
public interface Mechanism {}
