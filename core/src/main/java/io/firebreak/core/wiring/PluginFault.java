package io.firebreak.core.wiring;

/**
 * Why a plugin cannot be used.
 *
 * @param origin the jar's file name, or {@link Origin#BUILT_IN}
 */
public record PluginFault(String origin, String message) {
    @Override
    public String toString() {
        return "plugin " + origin + ": " + message;
    }
}
