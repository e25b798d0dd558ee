package io.firebreak.api.view;

/**
 * Where the run stands.
 *
 * @param number 0 is the first block of the run
 * @param timeMillis UTC, milliseconds since 1970
 */
public record Block(long number, long timeMillis) {}
