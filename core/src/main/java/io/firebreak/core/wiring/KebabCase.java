package io.firebreak.core.wiring;

import java.util.Locale;

/** From a Java name to the name in a scenario: {@code minRatio} and {@code MinRatio} are {@code min-ratio}. */
public final class KebabCase {
    private KebabCase() {}

    public static String of(String javaName) {
        return javaName.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
