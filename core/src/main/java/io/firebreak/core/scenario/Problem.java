package io.firebreak.core.scenario;

/**
 * A mistake in a scenario or one of its files.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param path to the value in the scenario, {@code agents.keepers.keeper.capital}; the column's name in a CSV file
 * @param value what is written there; empty where something is missing
 * @param message what is wrong, what would be accepted, and the nearest known name
 */
public record Problem(String file, int line, int column, String path, String value, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ")
                + (value.isEmpty() ? "" : "'" + value + "' ") + message;
    }
}
