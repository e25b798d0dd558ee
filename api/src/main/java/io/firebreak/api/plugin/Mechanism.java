package io.firebreak.api.plugin;

import io.vavr.control.Option;

/**
 * Anything that a scenario can name: the common ground of the sockets. A mechanism is a <em>record</em>: its components
 * are its parameters, and from them (with {@link Parameter}) come the scenario reader, the error messages, the JSON schema
 * and the documentation. It is a pure function of its state and what it may see.
 */
public interface Mechanism {
    /** The mechanism as one with a further power: its own, or that of the one that it {@link Wraps}. */
    default <T> Option<T> power(Class<T> power) {
        return power.isInstance(this)
                ? Option.some(power.cast(this))
                : this instanceof Wraps wraps ? wraps.wrapped().power(power) : Option.none();
    }
}
