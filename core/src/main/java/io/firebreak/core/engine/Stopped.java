package io.firebreak.core.engine;

import io.firebreak.core.book.LawBroken;

/** Ends a run: a mechanism broke a law, or threw. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient RunResult.Failure failure;

    Stopped(String mechanism, long block, LawBroken broken) {
        super(broken);
        failure = new RunResult.Failure(broken.law().number(), mechanism, block, String.valueOf(broken.getMessage()));
    }

    Stopped(int rule, String mechanism, long block, String message) {
        super(message);
        failure = new RunResult.Failure(rule, mechanism, block, message);
    }

    RunResult.Failure failure() {
        return failure;
    }
}
