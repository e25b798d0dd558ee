package io.firebreak.core.price;

import io.firebreak.api.plugin.DataFile;
import io.vavr.collection.List;

/**
 * Bars of open, high, low and close, all of one length: the smallest distance between two rows.
 */
record Bars(Series open, Series high, Series low, Series close, long barMillis) {
    static Bars of(DataFile file) {
        Bars bars = new Bars(
                Series.of(file, "open"),
                Series.of(file, "high"),
                Series.of(file, "low"),
                Series.of(file, "close"),
                smallestDistance(file));
        for (int row = 0; row < file.rows(); row++) {
            double open = bars.open.value(row);
            double close = bars.close.value(row);
            if (bars.high.value(row) < Math.max(open, close) || bars.low.value(row) > Math.min(open, close)) {
                throw new IllegalArgumentException("file " + file.name() + ", row " + (row + 1)
                        + ": open and close of a bar lie between low and high, and here they do not");
            }
        }
        return bars;
    }

    /** Whether a file holds bars. */
    static boolean in(DataFile file) {
        return file.columns().containsAll(List.of("open", "high", "low", "close"));
    }

    private static long smallestDistance(DataFile file) {
        long smallest = Long.MAX_VALUE;
        for (int row = 1; row < file.rows(); row++) {
            smallest = Math.min(smallest, file.timeMillis(row) - file.timeMillis(row - 1));
        }
        return smallest;
    }

    /** The price at a time; the close of a bar holds until the next bar opens. */
    double at(long millis, Inside inside) {
        int row = Math.max(0, open.rowAt(millis));
        long since = millis - open.timeMillis(row);
        if (inside == Inside.STEP || since <= 0) {
            return open.value(row);
        }
        if (since >= barMillis) {
            return close.value(row);
        }
        double way = (double) since / barMillis;
        return inside == Inside.LINEAR
                ? Straight.between(open.value(row), close.value(row), way)
                : bridge(row, 3 * way);
    }

    private double bridge(int row, double legs) {
        boolean falling = close.value(row) < open.value(row);
        double first = falling ? high.value(row) : low.value(row);
        double second = falling ? low.value(row) : high.value(row);
        if (legs < 1) {
            return Straight.between(open.value(row), first, legs);
        }
        return legs < 2
                ? Straight.between(first, second, legs - 1)
                : Straight.between(second, close.value(row), legs - 2);
    }
}
