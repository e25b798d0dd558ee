package io.firebreak.core.engine;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.metric.Better;
import io.firebreak.api.metric.Event;
import io.firebreak.core.book.Accounts;
import io.firebreak.core.market.OutsideMarket;
import io.vavr.collection.Array;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is measured during a run: figures per venue from the events, and lines over time.
 *
 * <p>Values are in the unit of account of the outside markets, at the moment of the event. Auctions are counted by the time
 * of their kick: those kicked after the scored time are in the lines, not in the figures.
 */
final class Tally {
    private static final long HOUR = 3_600_000;
    private static final double[] LATENCIES = {0, 2, 16};

    private final World world;
    private final RunOptions options;
    private final List<Venue> venues = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Gauge<?>> gauges = new ArrayList<>();
    private final long scoredUntil;
    private double[] overshoots = new double[0];
    private boolean[] isAgent = new boolean[0];
    private double keeperProfit;
    private double gasPaid;
    private long refused;
    private long stopped;
    private int seen;
    private long nextSample;

    Tally(World world, RunOptions options) {
        this.world = world;
        this.options = options;
        world.economy.metrics().forEach(spec -> gauges.add(Gauge.of(world, spec)));
        scoredUntil = world.economy.clock().scoredUntilMillis();
    }

    void begin(List<AgentDesk<?>> agents) {
        isAgent = new boolean[world.accounts.size()];
        agents.forEach(agent -> isAgent[agent.wallet] = true);
        overshoots = new double[world.markets.all().size()];
        for (Desk<?> desk : world.desks) {
            venues.add(new Venue(desk));
        }
        nextSample = world.block.timeMillis();
        if (options.sampleMillis() > 0) {
            drawLines();
        }
    }

    private void drawLines() {
        for (OutsideMarket market : world.markets.all()) {
            lines.add(new Line("price " + market.name(), "USD", market::price));
            lines.add(new Line("path " + market.name(), "USD", market::path));
        }
        for (Feed<?> feed : world.feeds) {
            lines.add(new Line("oracle " + feed.name(), "", () -> {
                var price = feed.price();
                return price == null ? Double.NaN : price.value().toDouble();
            }));
        }
        var space = world.space;
        if (space != null) {
            lines.add(new Line("gas p60", "gwei", () -> space.price(0.6)));
        }
        for (Venue venue : venues) {
            var book = venue.desk.book;
            if (book != null) {
                String name = venue.desk.name() + ".";
                Asset counted = book.numeraire();
                lines.add(new Line(name + "unsafe accounts", "accounts", book::unsafeCount));
                lines.add(new Line(name + "open lots", "lots", venue.desk.lots::count));
                lines.add(new Line(name + "shortfall", counted.symbol(), () -> venue.shortfall));
                lines.add(new Line(name + "bad debt", counted.symbol(), () -> venue.badDebt + venue.outstanding()));
                lines.add(new Line(name + "liquidated", "USD", () -> venue.liquidated));
            }
        }
    }

    /** Looks at what happened in a block. */
    void block() {
        EventLog events = world.events;
        for (int at = seen; at < events.size(); at++) {
            take(events, at);
        }
        if (!gauges.isEmpty()) {
            events.forEach(
                    seen,
                    world.ledger.assets(),
                    world.venueNames,
                    event -> gauges.forEach(gauge -> gauge.observe(event)));
            gauges.forEach(Gauge::sample);
        }
        if (options.keepEvents()) {
            seen = events.size();
        } else {
            events.truncate(0);
            seen = 0;
        }
        for (int at = 0; at < overshoots.length; at++) {
            OutsideMarket market = world.markets.all().get(at);
            double gap = 1 - market.price() / market.path();
            if (gap > overshoots[at]) {
                overshoots[at] = gap;
            }
        }
        long now = world.block.timeMillis();
        if (options.sampleMillis() > 0 && now >= nextSample) {
            lines.forEach(line -> line.sample(now));
            nextSample = now - Math.floorMod(now, options.sampleMillis()) + options.sampleMillis();
        }
    }

    private double worth(int asset, long units) {
        if (units == 0) {
            return 0;
        }
        Asset of = world.ledger.assets().get(asset);
        double unit = world.worth(of);
        return of.wholeAsDouble(units) * (Double.isNaN(unit) ? 1 : unit);
    }

    private void take(EventLog events, int at) {
        Event.Kind kind = events.kind(at);
        switch (kind) {
            case GAS -> gas(events, at);
            case REJECTED -> refused++;
            case STOPPED -> stopped++;
            default -> {
                if (events.venue(at) >= 0) {
                    venues.get(events.venue(at)).take(kind, events, at);
                }
            }
        }
    }

    private void gas(EventLog events, int at) {
        double value = worth(events.firstAsset(at), events.first(at));
        gasPaid += value;
        if (isAgent(events.subject(at))) {
            keeperProfit -= value;
        }
    }

    private boolean isAgent(int account) {
        return account < isAgent.length && isAgent[account];
    }

    RunResult result(RunResult.@Nullable Failure failure) {
        List<RunResult.Measure> measures = new ArrayList<>();
        venues.forEach(venue -> venue.measure(measures));
        for (int at = 0; at < overshoots.length; at++) {
            measures.add(new RunResult.Measure(
                    world.markets.all().get(at).name() + ".price-overshoot", overshoots[at], "share", Better.LOWER));
        }
        measures.add(new RunResult.Measure("keeper-profit", keeperProfit, "USD", Better.HIGHER));
        measures.add(new RunResult.Measure("gas-paid", gasPaid, "USD", Better.NEITHER));
        measures.add(new RunResult.Measure("actions-refused", refused, "actions", Better.NEITHER));
        measures.add(new RunResult.Measure("actions-stopped", stopped, "actions", Better.NEITHER));
        gauges.forEach(gauge -> measures.add(gauge.measure()));
        List<RunResult.Series> timeline = new ArrayList<>();
        lines.forEach(line -> timeline.add(line.series()));
        if (options.sampleMillis() > 0) {
            venues.forEach(venue -> venue.hours(timeline));
        }
        List<Event> kept = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (options.keepEvents()) {
            world.events.forEach(0, world.ledger.assets(), world.venueNames, kept::add);
            for (int account = 0; account < world.accounts.size(); account++) {
                names.add(world.accounts.name(account));
            }
        }
        return new RunResult(
                hash(measures),
                world.block.number() + 1,
                Array.ofAll(measures),
                Array.ofAll(timeline),
                Array.ofAll(kept),
                Array.ofAll(names),
                Array.ofAll(world.warnings),
                Option.of(failure));
    }

    private String hash(List<RunResult.Measure> measures) {
        ByteBuffer bytes = ByteBuffer.allocate(24 + 8 * measures.size());
        bytes.putLong(world.ledger.hashHigh()).putLong(world.ledger.hashLow()).putLong(world.ledger.postings());
        measures.forEach(measure -> bytes.putDouble(measure.value()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A line over time. */
    private static final class Line {
        private final String name;
        private final String unit;
        private final DoubleSupplier value;
        private final List<RunResult.Point> points = new ArrayList<>();

        Line(String name, String unit, DoubleSupplier value) {
            this.name = name;
            this.unit = unit;
            this.value = value;
        }

        void sample(long timeMillis) {
            points.add(new RunResult.Point(timeMillis, value.getAsDouble()));
        }

        RunResult.Series series() {
            return new RunResult.Series(name, unit, Array.ofAll(points));
        }
    }

    /** The figures of one venue. */
    private final class Venue {
        private final Desk<?> desk;
        private final long startHour;
        private final double[] kicksByHour;
        private final double[] zerosByHour;
        private long[] since = new long[0];
        private long[] kicked = new long[0];
        private boolean[] paid = new boolean[0];
        private double kicks;
        private double settled;
        private double zeros;
        private double fills;
        private double liquidated;
        private double received;
        private double cleared;
        private double shortfall;
        private double penalties;
        private double borne;
        private double badDebt;
        private double clearingMillis;
        private final double[] within = new double[LATENCIES.length];
        private double timed;

        Venue(Desk<?> desk) {
            this.desk = desk;
            long start = world.economy.clock().startMillis();
            startHour = Math.floorDiv(start, HOUR);
            int hours = (int) (Math.floorDiv(world.economy.clock().endMillis(), HOUR) - startHour) + 1;
            kicksByHour = new double[hours];
            zerosByHour = new double[hours];
        }

        private void ensure(int account) {
            if (account >= since.length) {
                int grown = Math.max(world.accounts.size(), account + 1) + 64;
                since = Arrays.copyOf(since, grown);
                kicked = Arrays.copyOf(kicked, grown);
                paid = Arrays.copyOf(paid, grown);
            }
        }

        private boolean scored(long kickMillis) {
            return kickMillis < scoredUntil;
        }

        void take(Event.Kind kind, EventLog events, int at) {
            int subject = events.subject(at);
            int other = events.other(at);
            ensure(Math.max(subject, other));
            long now = world.block.timeMillis();
            switch (kind) {
                case UNSAFE -> since[subject] = now;
                case SEIZED -> {
                    kicked[other] = now;
                    since[other] = since[subject];
                    kicksByHour[hour(now)]++;
                    kicks += scored(now) ? 1 : 0;
                }
                case FILLED -> filled(events, at, subject, other, now);
                case PENALTY -> {
                    boolean onLot = isLot(subject);
                    if (scored(onLot ? kicked[subject] : now)) {
                        penalties += whole(events.firstAsset(at), events.first(at));
                    }
                }
                case CLOSED -> closed(subject, now);
                case SHORTFALL -> {
                    if (scored(isLot(subject) ? kicked[subject] : now)) {
                        shortfall += whole(events.firstAsset(at), events.first(at));
                    }
                }
                case BORNE -> borne += whole(events.firstAsset(at), events.first(at));
                case BAD_DEBT -> badDebt += whole(events.firstAsset(at), events.first(at));
                case REWARD -> {
                    double value = worth(events.firstAsset(at), events.first(at));
                    keeperProfit += isAgent(subject) ? value : 0;
                }
                default -> {
                    // Nothing to measure.
                }
            }
        }

        private boolean isLot(int account) {
            return world.accounts.kind(account) == Accounts.Kind.LOT;
        }

        private double whole(int asset, long units) {
            return world.ledger.assets().get(asset).wholeAsDouble(units);
        }

        private double unitOfNumeraire() {
            double unit = desk.book == null ? Double.NaN : world.worth(desk.book.numeraire());
            return Double.isNaN(unit) ? 1 : unit;
        }

        /** What an amount is worth outside or, for a claim without a market, at the venue's own price. */
        private double worthHere(int asset, long units) {
            Asset of = world.ledger.assets().get(asset);
            double unit = world.worth(of);
            return Double.isNaN(unit)
                    ? of.wholeAsDouble(units)
                            * unitOfNumeraire()
                            * desk.price(of)
                                    .map(price -> price.value().toDouble())
                                    .getOrElse(1.0)
                    : of.wholeAsDouble(units) * unit;
        }

        private int hour(long millis) {
            return (int) Math.min(kicksByHour.length - 1, Math.floorDiv(millis, HOUR) - startHour);
        }

        private void filled(EventLog events, int at, int subject, int taker, long now) {
            boolean onLot = isLot(subject);
            if (onLot && events.second(at) > 0) {
                paid[subject] = true;
            }
            if (!scored(onLot ? kicked[subject] : now)) {
                return;
            }
            double given = worthHere(events.firstAsset(at), events.first(at));
            double got = worthHere(events.secondAsset(at), events.second(at));
            fills++;
            liquidated += given;
            received += got;
            cleared += got / unitOfNumeraire();
            keeperProfit += isAgent(taker) ? given - got : 0;
            double blocks =
                    (now - since[subject]) / (double) world.economy.clock().blockMillis();
            timed += given;
            for (int i = 0; i < LATENCIES.length; i++) {
                within[i] += blocks <= LATENCIES[i] + 1e-9 ? given : 0;
            }
        }

        private void closed(int lot, long now) {
            boolean zero = !paid[lot];
            zerosByHour[hour(kicked[lot])] += zero ? 1 : 0;
            if (scored(kicked[lot])) {
                settled++;
                zeros += zero ? 1 : 0;
                clearingMillis += now - kicked[lot];
            }
        }

        void measure(List<RunResult.Measure> into) {
            if (desk.book == null) {
                return;
            }
            String unit = desk.book.numeraire().symbol();
            add(into, "bad-debt", badDebt + outstanding(), unit, Better.LOWER);
            add(into, "gross-shortfall", shortfall, unit, Better.LOWER);
            add(into, "net-shortfall", shortfall - penalties, unit, Better.LOWER);
            add(into, "loss-borne", borne, unit, Better.NEITHER);
            add(into, "zero-bid-share", share(zeros, settled), "share", Better.LOWER);
            add(into, "zero-bids", zeros, "auctions", Better.LOWER);
            add(into, "kicks", kicks, "auctions", Better.NEITHER);
            add(into, "fills", fills, "fills", Better.NEITHER);
            add(into, "liquidated-value", liquidated, "USD", Better.NEITHER);
            add(into, "debt-cleared", cleared, unit, Better.NEITHER);
            add(into, "borrower-loss", share(liquidated - received, received), "share", Better.LOWER);
            add(into, "auction-efficiency", share(received, liquidated), "share", Better.HIGHER);
            add(into, "seconds-to-clear", share(clearingMillis / 1000, settled), "s", Better.LOWER);
            for (int i = 0; i < LATENCIES.length; i++) {
                String within = LATENCIES[i] == 0 ? "executed-at-once" : "executed-within-" + (int) LATENCIES[i];
                add(into, within, share(this.within[i], timed), "share", Better.HIGHER);
            }
            add(into, "unsafe-at-end", desk.book.unsafeCount(), "accounts", Better.LOWER);
        }

        /** What is missing when the run ends and a layer is still at work on: nobody has borne it yet. */
        private double outstanding() {
            Asset counted = desk.book().numeraire();
            return counted.wholeAsDouble(
                    Math.max(0, Math.negateExact(world.ledger.balance(counted.index(), desk.shortfall))));
        }

        private void add(List<RunResult.Measure> into, String name, double value, String unit, Better better) {
            into.add(new RunResult.Measure(desk.name() + "." + name, value, unit, better));
        }

        private static double share(double part, double whole) {
            return whole == 0 ? Double.NaN : part / whole;
        }

        void hours(List<RunResult.Series> into) {
            if (desk.book == null) {
                return;
            }
            into.add(byHour("kicks by hour", kicksByHour));
            into.add(byHour("zero bids by hour", zerosByHour));
        }

        private RunResult.Series byHour(String name, double[] values) {
            List<RunResult.Point> points = new ArrayList<>();
            for (int hour = 0; hour < values.length; hour++) {
                points.add(new RunResult.Point((startHour + hour) * HOUR, values[hour]));
            }
            return new RunResult.Series(desk.name() + "." + name, "auctions", Array.ofAll(points));
        }
    }
}
