package io.firebreak.core.gas;

import io.firebreak.api.plugin.DataFile;
import io.firebreak.core.price.Series;
import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** Quantiles of gas prices from files, each in force from its first row until the next file's first. */
final class ReplayedDemand {
    private static final List<String> QUANTILES = List.of("p30_gwei", "p60_gwei", "p90_gwei", "max_gwei");

    private final Array<Rows> files;

    ReplayedDemand(Seq<DataFile> files) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a replay of gas prices needs at least one file");
        }
        this.files =
                files.map(Rows::of).sortBy(rows -> rows.times.timeMillis(0)).toArray();
    }

    double[] at(long millis) {
        int file = files.size() - 1;
        while (file > 0 && files.get(file).times.timeMillis(0) > millis) {
            file--;
        }
        Rows rows = files.get(file);
        return rows.quantiles[Math.max(0, rows.times.rowAt(millis))];
    }

    private record Rows(Series times, double[][] quantiles) {
        static Rows of(DataFile file) {
            boolean single =
                    !file.columns().contains(QUANTILES.head()) && file.columns().contains("gwei");
            Array<Series> columns = single
                    ? Array.of(Series.of(file, "gwei"))
                    : QUANTILES.map(name -> Series.of(file, name)).toArray();
            double[][] quantiles = new double[file.rows()][];
            for (int row = 0; row < quantiles.length; row++) {
                quantiles[row] = single ? same(columns.head().value(row)) : ascending(columns, row);
            }
            return new Rows(columns.head(), quantiles);
        }

        private static double[] same(double gwei) {
            return new double[] {gwei, gwei, gwei, gwei, gwei};
        }

        private static double[] ascending(Array<Series> columns, int row) {
            double[] ascending = new double[columns.size() + 1];
            for (int at = 0; at < columns.size(); at++) {
                ascending[at + 1] = Math.max(ascending[at], columns.get(at).value(row));
            }
            return ascending;
        }
    }
}
