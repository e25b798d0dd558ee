package io.firebreak.core.scenario;

/**
 * Where something is written.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record Place(String file, int line, int column) {}
