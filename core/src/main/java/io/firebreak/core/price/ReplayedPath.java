package io.firebreak.core.price;

import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.price.Tick;
import io.vavr.control.Option;

/**
 * The prices of a file, as they were. Holds the first price before the first row, and the last after the last.
 *
 * <p>Refuses a file with an empty cell or a price that is not positive: {@link IllegalArgumentException}.
 */
@About("Replays the prices of a CSV file of bars (open, high, low, close) or of single prices.")
public record ReplayedPath(
        @Parameter(
                        "CSV file with a time column (of a bar: its opening) and the columns open, high, low and close, or one price column")
                DataFile file,
        @Parameter(
                        "which column to read as single prices, each at the time of its row; left out: the bars, or else the column price")
                Option<String> column,
        @Parameter(
                        value =
                                "how to walk inside a row: bridge (open, high, low, close where it falls, open, low, high, close where it rises, a third of the bar each), step or linear",
                        preset = "bridge")
                Inside inside)
        implements PriceModel<ReplayedPath.Source> {
    /** What is read, its columns found: bars, or single prices. */
    public sealed interface Source {
        /** The price at a time. */
        double at(long millis, Inside inside);
    }

    private record OfBars(Bars bars) implements Source {
        @Override
        public double at(long millis, Inside inside) {
            return bars.at(millis, inside);
        }
    }

    private record OfPrices(Series prices) implements Source {
        @Override
        public double at(long millis, Inside inside) {
            int row = prices.rowAt(millis);
            if (row < 0) {
                return prices.value(0);
            }
            if (inside == Inside.STEP || row == prices.rows() - 1) {
                return prices.value(row);
            }
            long from = prices.timeMillis(row);
            double way = (double) (millis - from) / (prices.timeMillis(row + 1) - from);
            return Straight.between(prices.value(row), prices.value(row + 1), way);
        }
    }

    public ReplayedPath {
        source(file, column);
    }

    private static Source source(DataFile file, Option<String> column) {
        return column.isEmpty() && Bars.in(file) ? new OfBars(Bars.of(file)) : new OfPrices(Series.price(file, column));
    }

    @Override
    public Tick<Source> start(PriceView view) {
        return step(source(file, column), view);
    }

    @Override
    public Tick<Source> step(Source state, PriceView view) {
        return new Tick<>(state, state.at(view.block().timeMillis(), inside));
    }
}
