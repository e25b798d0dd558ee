package io.firebreak.api.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;

/**
 * The one class that a plugin jar offers through {@link java.util.ServiceLoader}: it binds mechanisms by name, a line each.
 *
 * <pre>{@code
 * public final class MyPlugin extends FirebreakModule {
 *     protected void mechanisms() {
 *         mechanism("my-auction", MyAuction.class);
 *     }
 * }
 * }</pre>
 */
public abstract class FirebreakModule extends AbstractModule {
    /** Names the mechanisms of this plugin by calls of {@link #mechanism}. */
    protected abstract void mechanisms();

    /**
     * Offers a mechanism under a name.
     *
     * @param name lower-case words joined by hyphens, unique among the mechanisms of its socket over all loaded plugins
     * @param type a record that implements one socket
     */
    protected final void mechanism(String name, Class<? extends Mechanism> type) {
        Multibinder.newSetBinder(binder(), Registration.class).addBinding().toInstance(new Registration(name, type));
    }

    @Override
    protected final void configure() {
        mechanisms();
    }
}
