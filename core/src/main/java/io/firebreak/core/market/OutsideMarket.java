package io.firebreak.core.market;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.price.Tick;
import io.firebreak.core.book.Law;
import io.firebreak.core.book.LawBroken;
import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.economy.MarketSpec;
import io.firebreak.core.price.Series;
import io.vavr.control.Option;

/**
 * One outside market during a run: a path, times the impact of what was sold.
 *
 * <p>The logarithm of the impact falls in proportion to the units sold, valued at the path, so two halves move the price as
 * far as the whole, and buying back undoes a sale exactly. A trade is executed at every price that it passes through:
 *
 * @formula price = path · exp(logImpact); selling u units lowers logImpact by k · path · u and yields
 *     exp(logImpact) · (1 − exp(−k · path · u)) ÷ k, where k = −ln(1 − depthMove) ÷ depthValue; logImpact halves every recovery
 * @unit at a depth of 4 M USD per 2 %, 1 M USD of ETH lowers the price by 0.504 % and yields 997,479 USD
 */
public final class OutsideMarket {
    private final MarketSpec spec;
    private final Path<?> path;
    private final Option<Series> record;
    private final double logPerValue;
    private double shocks = 1;
    private double price = Double.NaN;
    private double logImpact;
    private long nowMillis = Long.MIN_VALUE;

    /**
     * A market before its first block.
     *
     * <p>{@link IllegalArgumentException} where depth, recovery or record make no sense.
     */
    public OutsideMarket(MarketSpec spec) {
        if (!(spec.depthValue() >= 0)
                || !(spec.depthMove() > 0 && spec.depthMove() < 1)
                || spec.recovery().isNegative()) {
            throw new IllegalArgumentException("outside market " + spec.name() + ": a depth of " + spec.depthValue()
                    + " per " + spec.depthMove() + " with recovery " + spec.recovery()
                    + " makes no sense; write for example 4 M USD per 2%, recovery 20 min");
        }
        if (spec.impact() == ImpactMode.NET_OF_RECORD && spec.record().isEmpty()) {
            throw new IllegalArgumentException("outside market " + spec.name()
                    + ": impact net-of-record needs a record of what was sold. Maybe name a file with columns time and value,"
                    + " or take impact: gross");
        }
        this.spec = spec;
        this.path = new Path<>(spec.path());
        this.record = spec.impact() == ImpactMode.NET_OF_RECORD
                ? spec.record().map(file -> Series.anyOf(file, "value"))
                : Option.none();
        this.logPerValue = spec.impact() == ImpactMode.NONE || spec.depthValue() == 0
                ? 0
                : -StrictMath.log1p(-spec.depthMove()) / spec.depthValue();
    }

    public MarketRef name() {
        return spec.name();
    }

    public Asset asset() {
        return spec.asset();
    }

    /**
     * Goes on to a block: the path steps, the impact recovers, and what was sold on the day since the last block is taken
     * out, where the impact is net of it.
     */
    public void advance(PriceView view) {
        long millis = view.block().timeMillis();
        path.step(view);
        if (nowMillis != Long.MIN_VALUE) {
            if (logImpact != 0) {
                logImpact *= remaining(millis - nowMillis);
            }
            if (record.isDefined()) {
                logImpact += logPerValue * recorded(record.get(), nowMillis, millis);
            }
        }
        nowMillis = millis;
        if (!(path.price > 0 && path.price < Double.POSITIVE_INFINITY) && !Double.isNaN(path.price)) {
            throw new LawBroken(
                    Law.PRICE_RANGE, "outside market " + name() + ": the path " + spec.path() + " gave " + path.price);
        }
        refresh();
    }

    private double remaining(long elapsedMillis) {
        return spec.recovery().isZero()
                ? 0
                : StrictMath.pow(0.5, (double) elapsedMillis / spec.recovery().toMillis());
    }

    /** The recorded value of sales after {@code from}, until {@code to} inclusive. */
    private static double recorded(Series record, long from, long to) {
        double value = 0;
        for (int row = record.rowAt(from) + 1; row < record.rows() && record.timeMillis(row) <= to; row++) {
            value += record.value(row);
        }
        return value;
    }

    /** A scripted move: multiplies the path by {@code factor} from now on. */
    public void shock(double factor) {
        shocks *= factor;
        refresh();
    }

    private void refresh() {
        price = path() * StrictMath.exp(logImpact);
    }

    /** The path, shocks included, impact left out; NaN while the market is closed. */
    public double path() {
        return path.price * shocks;
    }

    /** What the next small trade gets, in the unit of account per whole unit; NaN while the market is closed. */
    public double price() {
        return price;
    }

    /** Whether anything can be traded: there is a price, and some depth. */
    public boolean trades() {
        return price > 0 && spec.depthValue() > 0;
    }

    /** What {@code whole} units would yield; 0 where nothing can be traded. */
    public double proceeds(double whole) {
        if (!trades()) {
            return 0;
        }
        return logPerValue == 0
                ? price * whole
                : -StrictMath.exp(logImpact) / logPerValue * StrictMath.expm1(-logPerValue * path() * whole);
    }

    /** How many whole units {@code value} would buy; 0 where nothing can be traded. */
    public double purchase(double value) {
        if (!trades()) {
            return 0;
        }
        return logPerValue == 0
                ? value / price
                : StrictMath.log1p(logPerValue * value * StrictMath.exp(-logImpact)) / (logPerValue * path());
    }

    /** Sells whole units; returns the value they yield. */
    public double sell(double whole) {
        double value = proceeds(whole);
        if (trades()) {
            move(-whole * path());
        }
        return value;
    }

    /** Buys for a value; returns the whole units it bought. */
    public double buy(double value) {
        double whole = purchase(value);
        move(whole * path());
        return whole;
    }

    /** Moves the impact as buying this value at the path would; selling where it is negative. */
    private void move(double valueAtPath) {
        if (logPerValue != 0) {
            logImpact += logPerValue * valueAtPath;
            refresh();
        }
    }

    /** All that a trade changes: the logarithm of the impact, for an undo. */
    public double state() {
        return logImpact;
    }

    /** Undoes what was traded since {@link #state()} was this. */
    public void restore(double state) {
        logImpact = state;
        refresh();
    }

    /**
     * Lets arbitrageurs carry up to {@code value} between two markets, until their prices are equal.
     *
     * @param gap ln(price here ÷ price there) as they saw it: they sell here where it is positive
     */
    void carry(OutsideMarket there, double gap, double value) {
        double now = StrictMath.log(price / there.price);
        if (!(gap * now > 0) || logPerValue + there.logPerValue == 0) {
            return;
        }
        double carried = Math.min(value, Math.abs(now) / (logPerValue + there.logPerValue));
        double direction = now > 0 ? 1 : -1;
        move(-direction * carried);
        there.move(direction * carried);
    }

    /** A price model with its state. */
    private static final class Path<S> {
        private final PriceModel<S> model;
        private Option<S> state = Option.none();
        private double price = Double.NaN;

        Path(PriceModel<S> model) {
            this.model = model;
        }

        void step(PriceView view) {
            Tick<S> tick = state.isEmpty() ? model.start(view) : model.step(state.get(), view);
            state = Option.some(tick.state());
            price = tick.price();
        }
    }
}
