package io.firebreak.cli.report;

import io.firebreak.api.metric.Better;
import io.firebreak.cli.report.ReportModel.ByHour;
import io.firebreak.cli.report.ReportModel.Design;
import io.firebreak.cli.report.ReportModel.Difference;
import io.firebreak.cli.report.ReportModel.Entry;
import io.firebreak.cli.report.ReportModel.Estimate;
import io.firebreak.cli.report.ReportModel.FailedRun;
import io.firebreak.cli.report.ReportModel.Figure;
import io.firebreak.cli.report.ReportModel.Gap;
import io.firebreak.cli.report.ReportModel.Manifest;
import io.firebreak.cli.report.ReportModel.Metric;
import io.firebreak.cli.report.ReportModel.Note;
import io.firebreak.cli.report.ReportModel.Origin;
import io.firebreak.cli.report.ReportModel.Replay;
import io.firebreak.cli.report.ReportModel.Setting;
import io.firebreak.cli.report.ReportModel.Shape;
import io.firebreak.cli.report.ReportModel.Simulated;
import io.firebreak.cli.report.ReportModel.SimulatedByHour;
import io.firebreak.cli.report.ReportModel.Tail;
import io.firebreak.cli.report.ReportModel.Target;
import io.firebreak.cli.report.ReportModel.TimeChart;
import io.firebreak.cli.report.ReportModel.Trace;
import io.firebreak.cli.report.ReportModel.World;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.engine.RunResult.Point;
import io.firebreak.core.engine.RunResult.Series;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.SplittableRandom;

/** Reports for tests: one shaped like Black Thursday, with made-up results beside the figures of the record, and an empty one. */
final class SampleReport {
    private static final long START = Instant.parse("2020-03-12T13:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    private static final Seq<Design> DESIGNS = List.of(
            new Design(
                    "english auction",
                    "The design of the day: lots of 50 ETH, bids live 10 minutes, each at least 3 % above the last.",
                    false),
            new Design("dutch auction", "Falls from 1.3 × the oracle price by 1 % every 90 seconds.", false),
            new Design(
                    "fixed spread, flash lender",
                    "Half a debt at a time at a bonus of 13 %, with 2 M DAI to borrow for one transaction.",
                    false),
            new Design(
                    "english, price halt",
                    "The design of the day, stopped for an hour after 15 % in 10 minutes.",
                    false),
            new Design("english, post-crash", "Lots of 500 ETH, bids and auctions live 6 hours.", false),
            new Design("batch auction", "Sealed bids, cleared every 5 minutes at one price.", false),
            new Design("hold", "Never liquidates.", true),
            new Design("instant", "Liquidates at the oracle price with infinite depth.", true));

    private static final Seq<World> WORLDS = List.of(
            new World("short of capital", "Keepers have 60 k DAI each and need two hours to come back with more."),
            new World("priced out", "Keepers have 300 k DAI each, and stop bidding above 160 gwei."),
            new World("both", "90 k DAI each and a cap of 240 gwei."));

    private static final Seq<ImpactMode> IMPACTS = List.of(ImpactMode.NET_OF_RECORD, ImpactMode.GROSS, ImpactMode.NONE);

    private static final Seq<Metric> METRICS = List.of(
            metric("bad-debt", "bad debt", "DAI", Better.LOWER, "Debt that no layer bore, written off by the end."),
            metric("zero-bid-share", "zero-bid share", "share", Better.LOWER, "Auctions won by a bid of exactly zero."),
            metric(
                    "borrower-loss",
                    "borrower loss",
                    "DAI",
                    Better.LOWER,
                    "Collateral taken beyond the debt it repaid, at the outside price."),
            metric("keeper-profit", "keeper profit", "DAI", Better.NEITHER, "After gas and slippage, all keepers."),
            metric(
                    "price-overshoot",
                    "price overshoot",
                    "share",
                    Better.LOWER,
                    "The furthest that the outside price fell below its path."),
            metric(
                    "executed-0",
                    "executed at once",
                    "share",
                    Better.HIGHER,
                    "Debt repaid in the block it became unsafe."),
            metric("executed-2", "within 2 blocks", "share", Better.HIGHER, "The same, two blocks later."),
            metric("executed-16", "within 16 blocks", "share", Better.HIGHER, "The same, 16 blocks later."),
            metric("amplification", "amplification", "×", Better.LOWER, "Liquidated ÷ liquidated with impact off."));

    /** By design, in the order of the metrics: made up, near what the day suggests. */
    private static final double[][] MEANS = {
        {3.30e6, .384, 9.8e6, 8.1e6, .031, .00, .04, .21, 1.09},
        {.42e6, .004, 3.1e6, 1.2e6, .044, .02, .18, .71, 1.15},
        {.11e6, .000, 4.4e6, 2.9e6, .095, .61, .88, .97, 1.42},
        {3.05e6, .352, 8.9e6, 7.4e6, .024, .00, .03, .16, 1.06},
        {1.30e6, .081, 4.9e6, 3.0e6, .033, .00, .03, .14, 1.08},
        {.78e6, .012, 2.6e6, .9e6, .029, .00, .06, .64, 1.07},
        {24.1e6, .000, .0e6, .0e6, .000, .00, .00, .00, Double.NaN},
        {.00e6, .000, 1.4e6, .0e6, .000, 1.0, 1.0, 1.0, 1.0}
    };

    private SampleReport() {}

    static ReportModel blackThursday() {
        Seq<Figure> figures = figures();
        return new ReportModel(
                "Black Thursday: eight liquidation designs on one day",
                "black-thursday",
                "Maker's ETH vaults on 12 March 2020, from 13:35 to midnight UTC: what the auction of the day did, and what other"
                        + " designs would have done with the same prices, gas and keepers.",
                "9f2c4e0b7a51d8366b0f3cf1a2e95d470c8b61e2f4a7d3950e1b6c88fa20d713",
                List.rangeClosed(1L, 20L),
                1440,
                Assurance.BLOCK,
                .95,
                .9,
                List.of(
                        new FailedRun(
                                "dutch auction",
                                new Setting("priced out", ImpactMode.GROSS),
                                7,
                                new RunResult.Failure(
                                        104,
                                        "dutch-auction",
                                        9_657_412,
                                        "took 50.000000001 ETH from lot 311, which holds 50. Maybe the price was rounded towards"
                                                + " the taker.")),
                        new FailedRun(
                                "batch auction",
                                new Setting("both", ImpactMode.NONE),
                                13,
                                new RunResult.Failure(
                                        0, "batch-auction", 9_658_020, "java.lang.ArithmeticException: / by zero"))),
                List.of(
                        "The gas file ends with 12 March; gas on the 13th is the 10-minute median of the auctions' own gas.",
                        "One vault, V0322, is 730 of the auctions and 696 of the zero bids: without it the zero-bid share is 14 %.",
                        "Expected shortfall rests on the worst 2 of 20 seeds. Run more seeds before quoting it."),
                origin(),
                DESIGNS,
                "english auction",
                WORLDS,
                IMPACTS,
                METRICS,
                figures,
                differences(figures),
                List.of(prices(), unsafe(), badDebt()),
                Option.some(replay()),
                new Manifest(
                        "./firebreak compare black-thursday --seeds 20 --out results/black-thursday",
                        List.of(
                                new Entry("Firebreak", "0.1.0"),
                                new Entry("Scenario", "sha256:4d1f0c3ab2…e81"),
                                new Entry(
                                        "Plugin firebreak-models-lending",
                                        "sha256:a8c1b74401d9f3e27765bd0f15b6f5a2c2e09d84"),
                                new Entry("Input eth_usdt_5m.csv", "sha256:0bd8871c44e0a95f6d1f"),
                                new Entry("Java", "17.0.13"),
                                new Entry("Verified with", "./firebreak verify results/black-thursday"))));
    }

    /** Nothing was run, and there is nothing to show. */
    static ReportModel empty() {
        return new ReportModel(
                "Nothing yet",
                "empty",
                "",
                "",
                List.empty(),
                0,
                Assurance.NONE,
                .95,
                .9,
                List.empty(),
                List.empty(),
                new Origin(List.empty(), List.empty(), List.empty(), ""),
                List.empty(),
                "",
                List.empty(),
                List.empty(),
                List.empty(),
                List.empty(),
                List.empty(),
                List.empty(),
                Option.none(),
                new Manifest("", List.empty()));
    }

    private static Metric metric(String name, String label, String unit, Better better, String description) {
        return new Metric("maker." + name, label, unit, better, description);
    }

    private static Origin origin() {
        return new Origin(
                List.of(
                        new Note("ETH at 5 minutes", "Binance, ETH/USDT", Option.some("https://data.binance.vision/")),
                        new Note("Gas percentiles by the minute", "gas_price_1m_0312.csv"),
                        new Note("The oracle as it was shown", "osm_eth_usd.csv"),
                        new Note("1,089 vaults that were liquidated", "vaults_liquidated.csv")),
                List.of(
                        new Note(
                                "Keepers' capital, time to return, gas cap, opening bid and kicks per minute",
                                "scripts/calibrate"),
                        new Note(
                                "Vaults that were never kicked are synthetic: 2,000, ratios and sizes fitted to the snapshot",
                                "")),
                List.of(
                        new Note(
                                "Everything in the tables below: kicks, bids, bad debt, losses, latency, overshoot",
                                ""),
                        new Note("The 13th of March, as a prediction", "")),
                "A path of 5-minute bars says nothing about the blocks between: the price walks open, then the nearer of high and low,"
                        + " then the other, then close, in straight lines, so every extreme of the file is reached and no other.");
    }

    private static Seq<Figure> figures() {
        SplittableRandom random = new SplittableRandom(12);
        return List.ofAll(
                DESIGNS.zipWithIndex().flatMap(design -> WORLDS.zipWithIndex().flatMap(world -> IMPACTS.zipWithIndex()
                        .flatMap(impact -> METRICS.zipWithIndex().map(metric -> {
                            double tilt = 1
                                    + (design._2 % 3 - 1) * .22 * (world._2 - 1)
                                    + .06 * impact._2 * (design._2 % 2 == 0 ? 1 : -1)
                                    + .04 * (random.nextDouble() - .5);
                            double mean = MEANS[design._2][metric._2] * tilt;
                            double most = metric._1.unit().equals("share") ? 1 : Double.POSITIVE_INFINITY;
                            Estimate estimate =
                                    estimate(StrictMath.min(most, mean), .05 + .12 * random.nextDouble(), most);
                            boolean tail = metric._2 == 0 || metric._2 == 2;
                            return new Figure(
                                    design._1.name(),
                                    new Setting(world._1.name(), impact._1),
                                    metric._1.name(),
                                    estimate,
                                    tail ? Option.some(tail(estimate)) : Option.none());
                        })))));
    }

    private static Estimate estimate(double mean, double relative, double most) {
        double spread = StrictMath.abs(mean) * relative;
        double half = 2.09 * spread / StrictMath.sqrt(20);
        return new Estimate(mean, spread, mean - half, StrictMath.min(most, mean + half));
    }

    private static Tail tail(Estimate estimate) {
        double value = estimate.mean() + 1.75 * estimate.spread();
        return new Tail(value, value - .6 * estimate.spread(), value + 1.1 * estimate.spread());
    }

    private static Seq<Difference> differences(Seq<Figure> figures) {
        return DESIGNS.tail()
                .flatMap(design -> METRICS.map(metric -> {
                    Seq<Gap> gaps = WORLDS.flatMap(world -> IMPACTS.map(impact -> {
                        Setting setting = new Setting(world.name(), impact);
                        Estimate here = find(figures, design.name(), setting, metric.name());
                        Estimate there = find(figures, "english auction", setting, metric.name());
                        double mean = here.mean() - there.mean();
                        double half = .5 * (here.high() - here.low() + there.high() - there.low());
                        return new Gap(setting, new Estimate(mean, half, mean - half, mean + half));
                    }));
                    return new Difference(design.name(), metric.name(), gaps);
                }));
    }

    private static Estimate find(Seq<Figure> figures, String design, Setting setting, String metric) {
        return figures.find(figure -> figure.design().equals(design)
                        && figure.setting().equals(setting)
                        && figure.metric().equals(metric))
                .get()
                .estimate();
    }

    private static TimeChart prices() {
        double[] outside = {158, 136, 134, 128, 131, 126, 133, 137, 134, 122, 109, 111};
        double[] shown = {166.465, 166.465, 136.748, 132.837, 130.1, 126.6, 131.9, 127.2, 133.4, 137.3, 121.5, 110.2};
        double[] gas = {52, 118, 205, 238, 187, 142, 96, 74, 88, 61, 112, 140};
        return new TimeChart(
                "Prices and gas",
                "The path of the file, what the oracle showed an hour later, and the 60th percentile of gas by the minute.",
                List.of(
                        new Trace(series("ETH outside", "USD", 5, .006, outside), Shape.LINE),
                        new Trace(
                                new Series(
                                        "ETH oracle",
                                        "USD",
                                        List.range(0, shown.length)
                                                .map(hour -> new Point(START + hour * HOUR, shown[hour]))),
                                Shape.STEP),
                        new Trace(series("gas price", "gwei", 1, .08, gas), Shape.LINE)));
    }

    private static TimeChart unsafe() {
        return byDesign("Unsafe accounts", "Seed 1, world “both”, net-of-record.", "accounts", new double[] {
            0, 40, 310, 285, 260, 210, 160, 120, 96, 80, 140, 90
        });
    }

    private static TimeChart badDebt() {
        return byDesign(
                "Bad debt", "Seed 1, world “both”, net-of-record; the bound hold is left out.", "DAI", new double[] {
                    0, 1e4, 9e4, 2.1e6, 2.9e6, 2.95e6, 3e6, 3.02e6, 3.05e6, 3.1e6, 3.2e6, 3.3e6
                });
    }

    private static TimeChart byDesign(String title, String caption, String unit, double[] hourly) {
        return new TimeChart(
                title,
                caption,
                DESIGNS.reject(design -> design.name().equals("hold"))
                        .zipWithIndex()
                        .map(design -> {
                            double share = new double[] {1, .35, .08, 1.25, .9, .5, 0}[design._2];
                            double[] scaled = java.util.Arrays.stream(hourly)
                                    .map(value -> value * share)
                                    .toArray();
                            return new Trace(series(design._1.name(), unit, 5, .01, scaled), Shape.LINE);
                        }));
    }

    /** Between hourly values in straight lines, with some noise. */
    private static Series series(String name, String unit, int minutes, double noise, double[] hourly) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int perHour = 60 / minutes;
        return new Series(
                name, unit, List.range(0, (hourly.length - 1) * perHour + 1).map(step -> {
                    double at = (double) step / perHour;
                    int from = StrictMath.min((int) at, hourly.length - 2);
                    double value = hourly[from] + (at - from) * (hourly[from + 1] - hourly[from]);
                    return new Point(
                            START + (long) step * minutes * 60_000,
                            value * (1 + noise * (2 * random.nextDouble() - 1)));
                }));
    }

    /** The record: 12 March 13:35 to 24:00, from Maker's auctions 941 on, and two hours of the 13th. */
    private static Replay replay() {
        Note auctions = new Note("", "maker_flip_eth_auctions_0312_0415.csv");
        double[] kicks = {19, 252, 874, 129, 305, 71, 79, 145, 71, 287, 0, 224, 752};
        double[] zero = {17, 4, 715, 121, 0, 0, 0, 0, 0, 0, 0, 66, 204};
        double[] share = new double[kicks.length];
        for (int i = 0; i < share.length; i++) {
            share[i] = kicks[i] == 0 ? Double.NaN : zero[i] / kicks[i];
        }
        return new Replay(
                "Keepers were calibrated on 12 March alone, each world by itself. Gross and net shortfall take debt as tab ÷ 1.13.",
                List.of(
                        target("kicks", "", 2_233, auctions, true, 2_101, 2_340, 2_188),
                        target("zero-bid share", "share", .384, auctions, true, .401, .342, .377),
                        target("gross shortfall", "DAI", 3.92e6, auctions, true, 4.41e6, 3.35e6, 4.02e6),
                        target("net shortfall", "DAI", 3.27e6, auctions, true, 3.9e6, 2.31e6, 3.36e6),
                        target("zero bids on the 13th", "", 270, auctions, false, 96, 391, 240)),
                List.of(byHour("Kicks", "", kicks, 1, 1e9), byHour("Zero-bid share", "share", share, .7, 1)));
    }

    private static Target target(
            String label, String unit, double recorded, Note source, boolean gated, double... simulated) {
        return new Target(
                label,
                unit,
                recorded,
                source,
                Option.when(gated, .25),
                WORLDS.zipWithIndex()
                        .map(world -> new Simulated(
                                world._1.name(), estimate(simulated[world._2], .08, Double.POSITIVE_INFINITY))));
    }

    private static ByHour byHour(String label, String unit, double[] recorded, double damping, double most) {
        SplittableRandom random = new SplittableRandom(3);
        return new ByHour(
                label,
                unit,
                List.range(0, recorded.length).map(hour -> START + hour * HOUR),
                List.ofAll(recorded),
                WORLDS.map(world -> new SimulatedByHour(
                        world.name(),
                        List.ofAll(recorded)
                                .map(value -> estimate(
                                        StrictMath.min(most, damping * value * (.75 + .5 * random.nextDouble())),
                                        .15,
                                        most)))),
                Option.some(START + 11 * HOUR));
    }
}
