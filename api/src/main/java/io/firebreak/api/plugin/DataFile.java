package io.firebreak.api.plugin;

import io.vavr.collection.Seq;

/**
 * A CSV file of the scenario, already read: a header, a {@code time} column in ISO-8601 UTC that ascends, and numbers.
 *
 * @param name as the scenario wrote it
 * @param columns the header without {@code time}
 * @param timesMillis one per row, strictly ascending; empty where the file has no {@code time} column
 * @param rows one array per column, in the order of {@code columns}; NaN where a cell is empty
 */
public record DataFile(String name, Seq<String> columns, long[] timesMillis, double[][] rows) {
    /** The column of that name; {@link IllegalArgumentException} naming the file where there is none. */
    public double[] column(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "file " + name + " has no column '" + column + "'; it has " + columns.mkString(", "));
        }
        return rows[at];
    }

    @Override
    public String toString() {
        return name;
    }
}
