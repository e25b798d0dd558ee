package io.firebreak.api.action;

import io.vavr.control.Either;

/**
 * What became of a submission, handed to its sender at its next decision.
 *
 * @param result base units returned by the action (received, repaid), or why not
 */
public record Receipt(Submission submission, long blockNumber, Either<Rejection, Long> result) {}
