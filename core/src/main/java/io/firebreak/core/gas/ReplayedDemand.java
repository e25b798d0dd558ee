package io.firebreak.core.gas;

import io.firebreak.api.plugin.DataFile;
import io.firebreak.core.price.Series;
import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/**
 * Quantiles of gas prices from files, each in force from its first row until the next file's first. A row without any number
 * is a time without transactions: the row before stands.
 */
final class ReplayedDemand {
    private static final List<String> QUANTILES = List.of("p30_gwei", "p60_gwei", "p90_gwei", "max_gwei");

    private final Array<Rows> files;

    ReplayedDemand(Seq<DataFile> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a replay of gas prices needs at least one file");
        }
        this.files =
                files.map(Rows::new).sortBy(rows -> rows.times.timeMillis(0)).toArray();
    }

    double[] at(long millis) {
        int file = files.size() - 1;
        while (file > 0 && files.get(file).times.timeMillis(0) > millis) {
            file--;
        }
        Rows rows = files.get(file);
        return rows.quantiles[Math.max(0, rows.times.rowAt(millis))];
    }

    /** The quantiles of one file, row by row. */
    private static final class Rows {
        private final Series times;
        private final double[][] quantiles;

        private Rows(DataFile file) {
            boolean single =
                    !file.columns().contains(QUANTILES.head()) && file.columns().contains("gwei");
            Array<Series> columns = (single ? List.of("gwei") : QUANTILES)
                    .map(name -> Series.anyOf(file, name))
                    .toArray();
            times = columns.head();
            quantiles = new double[file.rows()][];
            for (int at = 0; at < quantiles.length; at++) {
                int row = at;
                boolean quiet = row > 0 && columns.forAll(column -> Double.isNaN(column.value(row)));
                if (quiet) {
                    quantiles[row] = quantiles[row - 1];
                } else {
                    quantiles[row] = single ? same(columns.head().positive(row)) : ascending(columns, row);
                }
            }
        }

        private static double[] same(double gwei) {
            return new double[] {gwei, gwei, gwei, gwei, gwei};
        }

        private static double[] ascending(Array<Series> columns, int row) {
            double[] ascending = new double[columns.size() + 1];
            for (int at = 0; at < columns.size(); at++) {
                ascending[at + 1] = Math.max(ascending[at], columns.get(at).positive(row));
            }
            return ascending;
        }
    }
}
