package io.firebreak.cli.report;

import io.firebreak.api.metric.Better;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.engine.RunResult;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * Everything a report says.
 *
 * @param summary what was asked, in a sentence or two
 * @param runs how many were made, failed ones included
 * @param intervalLevel of every interval here, .95 for 95 %
 * @param tailLevel expected shortfall is the mean beyond this quantile, on the worse side
 * @param warnings each a sentence
 * @param baseline the name of the design that the others are compared with
 * @param figures at most one per design, setting and metric
 * @param timelines drawn in this order
 */
public record ReportModel(
        String title,
        String scenario,
        String summary,
        String resultHash,
        Seq<Long> seeds,
        int runs,
        Assurance assurance,
        double intervalLevel,
        double tailLevel,
        Seq<FailedRun> failures,
        Seq<String> warnings,
        Origin origin,
        Seq<Design> designs,
        String baseline,
        Seq<World> worlds,
        Seq<ImpactMode> impacts,
        Seq<Metric> metrics,
        Seq<Figure> figures,
        Seq<Difference> differences,
        Seq<TimeChart> timelines,
        Option<Replay> replay,
        Manifest manifest) {
    /** Refuses what the page would leave out without a word: figures and differences of what it does not list. */
    public ReportModel {
        Seq<String> names = designs.map(Design::name);
        Seq<String> measured = metrics.map(Metric::name);
        Seq<Setting> settings = settings(worlds, impacts);
        figures.find(figure -> !names.contains(figure.design())
                        || !measured.contains(figure.metric())
                        || !settings.contains(figure.setting()))
                .forEach(figure -> refuse("The figure " + figure.metric() + " of '" + figure.design() + "' in '"
                        + figure.setting() + "' is of no design, metric or setting of the report."));
        differences
                .find(difference -> !names.contains(difference.design())
                        || !measured.contains(difference.metric())
                        || !settings.containsAll(difference.gaps().map(Gap::setting)))
                .forEach(difference -> refuse("The difference of '" + difference.design() + "' on "
                        + difference.metric() + " is of no design, metric or setting of the report."));
        if (!designs.isEmpty() && !names.contains(baseline)) {
            refuse("The baseline '" + baseline + "' is none of the designs " + names.mkString(", ") + ".");
        }
    }

    private static void refuse(String reason) {
        throw new IllegalArgumentException(reason + " Maybe it was renamed on the way.");
    }

    /** Every world under every impact mode, in the order in which they are shown. */
    public Seq<Setting> settings() {
        return settings(worlds, impacts);
    }

    private static Seq<Setting> settings(Seq<World> worlds, Seq<ImpactMode> impacts) {
        return worlds.flatMap(world -> impacts.map(impact -> new Setting(world.name(), impact)));
    }

    /** A run that was stopped. */
    public record FailedRun(String design, Setting setting, long seed, RunResult.Failure failure) {}

    /**
     * Where the numbers come from.
     *
     * @param insideABar how a price walks between the points of its file
     */
    public record Origin(Seq<Note> inputs, Seq<Note> calibrated, Seq<Note> results, String insideABar) {}

    /**
     * A remark and where it comes from.
     *
     * @param source a file, a paper or a protocol; empty where there is none
     * @param link an address for it
     */
    public record Note(String text, String source, Option<String> link) {
        public Note(String text, String source) {
            this(text, source, Option.none());
        }
    }

    /**
     * A design that was run.
     *
     * @param bound whether it is a bound ({@code hold}, {@code instant}) rather than a design that someone could build
     */
    public record Design(String name, String description, boolean bound) {}

    /** A named story about the day, the same for every design. */
    public record World(String name, String description) {}

    /** One world under one impact mode. */
    public record Setting(String world, ImpactMode impact) {
        /** As scenario files write the mode: {@code net-of-record}. */
        public String impactName() {
            return impact.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String toString() {
            return world + ", " + impactName();
        }
    }

    /**
     * What is measured.
     *
     * @param name the metric's name in the results: {@code maker.bad-debt}
     * @param label for a reader: {@code bad debt}
     * @param unit {@code share} is shown in per cent
     */
    public record Metric(String name, String label, String unit, Better better, String description) {}

    /**
     * A mean over seeds with its spread; NaN where not defined.
     *
     * @param spread the standard deviation over seeds
     * @param low the lower end of the mean's interval
     * @param high its upper end
     */
    public record Estimate(double mean, double spread, double low, double high) {}

    /** Expected shortfall and its interval. */
    public record Tail(double value, double low, double high) {}

    /** One metric's outcome for one design in one setting. */
    public record Figure(String design, Setting setting, String metric, Estimate estimate, Option<Tail> tail) {}

    /**
     * A design against the baseline on one metric.
     *
     * @param gaps design minus baseline, paired by seed, one per setting that can show a difference; NaN where not defined
     */
    public record Difference(String design, String metric, Seq<Gap> gaps) {
        /** Whether every gap's interval excludes zero, all on the same side. */
        public boolean resolved() {
            return !gaps.isEmpty()
                    && (gaps.forAll(gap -> gap.estimate().low() > 0)
                            || gaps.forAll(gap -> gap.estimate().high() < 0));
        }
    }

    /** A paired difference in one setting. */
    public record Gap(Setting setting, Estimate estimate) {}

    /**
     * Lines over one time axis; the first unit is drawn on the left, a second on the right.
     *
     * @param caption which run or mean is drawn, and what to look for
     */
    public record TimeChart(String title, String caption, Seq<Trace> traces) {
        public TimeChart {
            Seq<String> units = traces.map(trace -> trace.series().unit()).distinct();
            if (units.size() > 2) {
                throw new IllegalArgumentException("A chart over time has two axes, but '" + title + "' has the units "
                        + units.mkString(", ") + ". Maybe split it.");
            }
        }

        Seq<String> units() {
            return traces.map(trace -> trace.series().unit()).distinct();
        }
    }

    /** A line of a chart, and how it runs between its points. */
    public record Trace(RunResult.Series series, Shape shape) {}

    /** How a line runs between two points. */
    public enum Shape {
        /** Straight. */
        LINE,
        /** Level until the next point, as a published price. */
        STEP
    }

    /**
     * The baseline against what was recorded.
     *
     * @param note what is held against what, and what is shown but was not aimed at
     */
    public record Replay(String note, Seq<Target> targets, Seq<ByHour> byHour) {
        /** The widest tolerance of a target, .25 for ±25 %: also the measure of predictions, which have none of their own. */
        public double tolerance() {
            return targets.flatMap(Target::tolerance).max().getOrElse(0.25);
        }

        /** Whether a simulated value is further from the record than it may be, or cannot be held against it. */
        public boolean isMisfit(Target target, double simulated) {
            return !(StrictMath.abs(target.misfit(simulated))
                    <= target.tolerance().getOrElse(this::tolerance));
        }
    }

    /**
     * A recorded figure and what came out in each world.
     *
     * @param tolerance further off than this is a misfit, .25 for ±25 %; none for a prediction, which was not aimed at
     * @param simulated one for each world that has it
     */
    public record Target(
            String label,
            String unit,
            double recorded,
            Note source,
            Option<Double> tolerance,
            Seq<Simulated> simulated) {
        boolean gated() {
            return tolerance.isDefined();
        }

        /** How far off a simulated value is, as a share of the record. */
        public double misfit(double simulated) {
            return recorded == 0 ? Double.NaN : (simulated - recorded) / StrictMath.abs(recorded);
        }
    }

    /** What came out in a world. */
    public record Simulated(String world, Estimate estimate) {}

    /**
     * A recorded count or share by hour, and what came out in each world.
     *
     * @param hours their starts, in milliseconds since 1970
     * @param recorded one per hour; NaN where there is none
     * @param simulated one per hour in each world
     * @param predictedFrom hours from here on were not calibrated
     */
    public record ByHour(
            String label,
            String unit,
            Seq<Long> hours,
            Seq<Double> recorded,
            Seq<SimulatedByHour> simulated,
            Option<Long> predictedFrom) {
        public ByHour {
            if (recorded.size() != hours.size()
                    || simulated.exists(world -> world.estimates().size() != hours.size())) {
                throw new IllegalArgumentException(
                        "'" + label + "' must have one recorded and one simulated value for each of its " + hours.size()
                                + " hours. Maybe fill those without one with NaN.");
            }
        }

        boolean predicted(long hour) {
            return predictedFrom.exists(from -> hour >= from);
        }
    }

    /** What came out in a world, hour by hour. */
    public record SimulatedByHour(String world, Seq<Estimate> estimates) {}

    /**
     * What it takes to do this again.
     *
     * @param command reproduces the results
     * @param entries versions, hashes of inputs and plugins, the machine
     */
    public record Manifest(String command, Seq<Entry> entries) {}

    /** A line of the manifest. */
    public record Entry(String name, String value) {}
}
