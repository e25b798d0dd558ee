package io.firebreak.core.results;

import java.nio.file.Path;

/** Results cannot be written, or written ones cannot be read; the message says where, why, and what may help. */
public final class OutputProblem extends RuntimeException {
    /** A problem that nothing else caused. */
    public OutputProblem(String message) {
        super(message);
    }

    OutputProblem(String what, Path where, Exception cause) {
        super(
                what + " '" + where + "': " + reason(cause)
                        + ". Maybe the disk is full, the folder is read-only, or --out should " + "name another one.",
                cause);
    }

    private static String reason(Exception cause) {
        String message = String.valueOf(cause.getMessage()).strip();
        // The file system's exceptions have only the file's name for a message.
        String kind = cause instanceof java.nio.file.FileSystemException
                ? cause.getClass().getSimpleName() + " "
                : "";
        return kind + (message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
    }
}
