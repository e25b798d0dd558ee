package io.firebreak.core.economy;

import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Seq;

/** What the transactions of the rest of the world pay for a unit of gas. */
public sealed interface GasDemand {
    /** One price for all: whoever pays it or more gets in. */
    @About("A constant gas price.")
    record Constant(@Parameter(value = "the price", unit = "gwei", min = "0") double gwei) implements GasDemand {}

    /** Quantiles over time from files, later files where earlier ones end. */
    @About("Gas prices replayed from files of quantiles by time.")
    record Replay(
            @Parameter(
                            "CSV files with a time column and columns p30_gwei, p60_gwei, p90_gwei, max_gwei, or one column gwei that all pay; a row without numbers repeats the one before")
                    Seq<DataFile> files)
            implements GasDemand {}
}
