package io.firebreak.core.engine;

import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What came of one run.
 *
 * @param hash SHA-256 over the postings, rulings and events of the run, hex
 * @param measures in a fixed order, the same for every run of a scenario
 * @param timeline what was sampled at fixed times
 * @param events in order; empty unless they were asked for
 * @param failure why the run was stopped; none where it ended
 */
public record RunResult(
        String hash,
        long blocks,
        Seq<Measure> measures,
        Seq<Series> timeline,
        Seq<Event> events,
        Seq<String> accountNames,
        Seq<String> warnings,
        Option<Failure> failure) {
    /**
     * One metric's figure at the end of the run.
     *
     * @param name kebab-case, {@code maker.bad-debt} where a venue is concerned
     * @param value NaN where it is not defined
     */
    public record Measure(String name, double value, String unit, Better better) {}

    /**
     * A line over time.
     *
     * @param name for example {@code price ETH}, {@code maker.unsafe accounts}
     */
    public record Series(String name, String unit, Seq<Point> points) {}

    /** One sample; NaN where there is none. */
    public record Point(long timeMillis, double value) {}

    /**
     * A run that was stopped.
     *
     * @param rule the number of the law that was broken, or 0 where the plugin threw
     * @param mechanism the plugin's name in the scenario
     */
    public record Failure(int rule, String mechanism, long block, String message) {}
}
