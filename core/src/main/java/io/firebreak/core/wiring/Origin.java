package io.firebreak.core.wiring;

import io.vavr.control.Option;

/**
 * Whence a mechanism comes.
 *
 * @param name the jar's file name, or {@code built in}
 * @param sha256 of the jar, hex; none where the classes lie in a folder
 */
public record Origin(String name, Option<String> sha256) {
    public static final String BUILT_IN = "built in";
}
