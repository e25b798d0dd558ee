package io.firebreak.core.scenario;

import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.Parameter;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What was recorded of the day that a scenario replays, for the report to hold the design as written against.
 *
 * <pre>{@code
 * record:
 *   source: MakerDAO Bite, Kick, Tend, Dent and Deal events, 12 and 13 March 2020
 *   figures:
 *     - { measure: maker.zero-bid-share, value: 0.384, tolerance: 25% }
 *     - { measure: maker.gross-shortfall, value: 5.6 M, tolerance: 25%, source: the same, auction by auction }
 *     - { measure: maker.seconds-to-clear, value: 1900 }        # without a tolerance: shown, not aimed at
 *   by-hour: { file: record_by_hour.csv, series: { kicks: maker.kicks by hour, zero_bids: maker.zero bids by hour } }
 * }</pre>
 *
 * @param source where the figures come from
 */
public record Recorded(
        @Parameter("where the figures come from") String source,
        @Parameter(value = "what was recorded, measure by measure", preset = "[]") Seq<Figure> figures,
        @Parameter("what was recorded hour by hour") Option<ByHour> byHour) {
    /** A recorded figure. */
    public record Figure(
            @Parameter("the metric that it is the record of, maker.bad-debt") String measure,
            @Parameter(value = "in the unit of the metric", min = "-1e30") double value,
            @Parameter("beyond this share of the record it is a misfit; without it, the figure was not aimed at")
                    Option<Ratio> tolerance,
            @Parameter("where this one comes from, if not from where all do") Option<String> source) {}

    /**
     * Counts by the hour.
     *
     * @param series the columns of the file and the line of a run's timeline that each is the record of
     */
    public record ByHour(
            @Parameter("a CSV file with a row for the start of each hour") DataFile file,
            @Parameter("the columns to show, and the line over time that each is the record of")
                    Map<String, String> series) {
        public ByHour {
            series.keySet().forEach(file::column);
            if (!file.timed()) {
                throw new IllegalArgumentException("file " + file.name() + " has no column 'time'");
            }
        }
    }
}
