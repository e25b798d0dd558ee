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

    /**
     * Refuses a number that is too small, and says which may stand there.
     *
     * @param option {@code --threads}
     */
    static void below(long least, String option, long value) {
        if (value < least) {
            throw new BadInput(option + " is " + value + ", and must be at least " + least + ".");
        }
    }

    Seq<String> lines() {
        return lines;
    }
}
