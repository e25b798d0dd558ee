package io.firebreak.api.plugin;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.Arrays;

/**
 * A CSV file of the scenario, already read: a header, optionally a {@code time} column in ISO-8601 UTC that ascends, and
 * numbers or words. Equal where the contents are.
 */
public final class DataFile {
    private final String name;
    private final Array<String> columns;
    private final long[] timesMillis;
    private final double[][] numbers;

    /**
     * A file that was read.
     *
     * @param name as the scenario wrote it
     * @param columns the header without {@code time}
     * @param timesMillis one per row, strictly ascending; empty where the file has no {@code time} column
     * @param numbers one array per column, in the order of {@code columns}; NaN where a cell is empty or a word
     */
    public DataFile(String name, Seq<String> columns, long[] timesMillis, double[][] numbers) {
        this.name = name;
        this.columns = Array.ofAll(columns);
        this.timesMillis = timesMillis.clone();
        this.numbers = Arrays.stream(numbers).map(double[]::clone).toArray(double[][]::new);
    }

    public String name() {
        return name;
    }

    public Seq<String> columns() {
        return columns;
    }

    public int rows() {
        return numbers.length == 0 ? timesMillis.length : numbers[0].length;
    }

    /** The time of a row, milliseconds since 1970. */
    public long timeMillis(int row) {
        return timesMillis[row];
    }

    /** Whether the rows carry times. */
    public boolean timed() {
        return timesMillis.length > 0;
    }

    /**
     * The last row whose time is at or before {@code millis}; −1 before the first.
     *
     * @param millis milliseconds since 1970
     */
    public int rowAt(long millis) {
        int at = Arrays.binarySearch(timesMillis, millis);
        return at >= 0 ? at : -at - 2;
    }

    /** Which column has that name; {@link IllegalArgumentException} naming the file and what it has where none does. */
    public int column(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "file " + name + " has no column '" + column + "'; it has " + columns.mkString(", "));
        }
        return at;
    }

    /** A cell; NaN where it is empty. */
    public double number(int row, int column) {
        return numbers[column][row];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataFile file
                && name.equals(file.name)
                && columns.equals(file.columns)
                && Arrays.equals(timesMillis, file.timesMillis)
                && Arrays.deepEquals(numbers, file.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.deepHashCode(numbers);
    }

    @Override
    public String toString() {
        return name;
    }
}
