package io.firebreak.core.oracle;

import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.core.price.Series;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Shows what a file says was shown, from the time of each row on; the first row also before its time.
 *
 * <p>Refuses a file with an empty cell or a price that is not positive: {@link IllegalArgumentException}.
 */
@About("Replays what an oracle showed, from a CSV file.")
public record ReplayedOracle(
        @Parameter("CSV file with a time column, when the price began to be shown, and a price column") DataFile file,
        @Parameter("which column holds the price; left out: price, close, or the only one") Option<String> column,
        @Parameter(value = "how old a price was when it began to be shown", preset = "0 s") Duration lag)
        implements OracleModel<Integer> {
    private static final int NONE = -1;

    public ReplayedOracle {
        Series.price(file, column);
    }

    /** The row that is shown. */
    @Override
    public Integer initial() {
        return NONE;
    }

    @Override
    public Publication<Integer> step(Integer state, OracleView view) {
        long now = view.block().timeMillis();
        int row = Math.max(0, file.rowAt(now));
        if (row == state) {
            return Publication.silent(state);
        }
        long observed = Math.min(now, file.timeMillis(row)) - lag.toMillis();
        Sample sample = new Sample(file.number(row, file.column(Series.priceName(file, column))), observed);
        return Publication.of(row, sample.price());
    }
}
