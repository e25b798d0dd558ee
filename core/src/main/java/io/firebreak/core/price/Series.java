package io.firebreak.core.price;

import io.firebreak.api.plugin.DataFile;
import io.vavr.control.Option;
import java.time.Instant;

/** One column of a file over time. */
public final class Series {
    private final DataFile file;
    private final int column;

    private Series(DataFile file, int column) {
        this.file = file;
        this.column = column;
    }

    /**
     * The column of that name, every cell of it a positive number; {@link IllegalArgumentException} where there is none, or the file has no times, no rows, or a
     * cell that is not a positive number.
     */
    public static Series of(DataFile file, String column) {
        Series series = anyOf(file, column);
        for (int row = 0; row < file.rows(); row++) {
            series.positive(row);
        }
        return series;
    }

    /** The same, with any cells. */
    public static Series anyOf(DataFile file, String column) {
        if (!file.timed() || file.rows() == 0) {
            throw new IllegalArgumentException("file " + file.name() + " needs a column 'time' and at least one row");
        }
        return new Series(file, file.column(column));
    }

    /** The column of prices, as {@link #of} reads it. */
    public static Series price(DataFile file, Option<String> named) {
        return of(file, priceName(file, named));
    }

    /** The column that is named; else {@code price} or {@code close}, or the only one there is. */
    public static String priceName(DataFile file, Option<String> named) {
        return named.orElse(() -> file.columns().find("price"::equals))
                .orElse(() -> file.columns().find("close"::equals))
                .getOrElse(() -> file.columns().size() == 1 ? file.columns().head() : "price");
    }

    public int rows() {
        return file.rows();
    }

    /** The last row at or before a time; −1 before the first. */
    public int rowAt(long millis) {
        return file.rowAt(millis);
    }

    public long timeMillis(int row) {
        return file.timeMillis(row);
    }

    public double value(int row) {
        return file.number(row, column);
    }

    /** The number of a row; {@link IllegalArgumentException} with file, column and time where it is not positive. */
    public double positive(int row) {
        double value = value(row);
        if (!(value > 0)) {
            throw new IllegalArgumentException("file " + file.name() + ", column "
                    + file.columns().get(column) + ", time " + Instant.ofEpochMilli(timeMillis(row))
                    + ": a positive number is needed, and the cell is empty, zero, negative or a word."
                    + " Maybe fill the gap or leave the row out.");
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series && file.equals(series.file) && column == series.column;
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + column;
    }
}
