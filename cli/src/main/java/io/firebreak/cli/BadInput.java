package io.firebreak.cli;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;

/** What the user gave cannot be used: exit code 2. */
final class BadInput extends RuntimeException {
    private final transient Seq<String> lines;

    /** One complaint; it ends with a way out. */
    BadInput(String message) {
        this(Array.of(message));
    }

    /** Every complaint, a line each. */
    BadInput(Seq<String> lines) {
        super(lines.mkString("\n"));
        this.lines = lines;
    }

    Seq<String> lines() {
        return lines;
    }
}
