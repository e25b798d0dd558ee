package io.firebreak.api.action;

/**
 * A refusal.
 *
 * @param detail values and the way out, for a reader
 */
public record Rejection(Reason reason, String detail) {}
