package io.firebreak.lending.safeguards;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The prices of one asset over the last minutes.
 *
 * @param seen each with the time from which it stood, oldest first
 */
public record Track(Vector<Seen> seen) {
    static final Track NONE = new Track(Vector.empty());
    private static final MathContext MEAN = new MathContext(17, RoundingMode.HALF_EVEN);

    /** A price and the time from which it stood. */
    public record Seen(Decimal price, long sinceMillis) {}

    Track see(Decimal price, long now) {
        return seen.nonEmpty() && latest().equals(price) ? this : new Track(seen.append(new Seen(price, now)));
    }

    Decimal latest() {
        return seen.last().price();
    }

    /** Forgets what was replaced at that time or before. */
    Track since(long millis) {
        Vector<Seen> rest = seen;
        while (rest.size() > 1 && rest.get(1).sinceMillis() <= millis) {
            rest = rest.tail();
        }
        return rest.size() == seen.size() ? this : new Track(rest);
    }

    /** Forgets all but the latest. */
    Track latestAlone() {
        return new Track(Vector.of(seen.last()));
    }

    /** Whether the latest price lies that far from one that stood before it. */
    boolean moved(Ratio move) {
        return seen.init().exists(then -> isFar(then.price(), latest(), move));
    }

    /** Whether {@code |now ÷ then − 1| ≥ move}. */
    static boolean isFar(Decimal then, Decimal now, Ratio move) {
        BigDecimal before = then.toBigDecimal();
        return now.toBigDecimal()
                        .subtract(before)
                        .abs()
                        .compareTo(before.multiply(move.value().toBigDecimal()))
                >= 0;
    }

    /** The mean price from then to now, each weighed by how long it stood; the latest where no time has passed. */
    Decimal mean(long fromMillis, long now) {
        BigDecimal sum = BigDecimal.ZERO;
        long total = 0;
        long until = now;
        for (Seen each : seen.reverse()) {
            long stood = Math.max(0, until - Math.max(fromMillis, each.sinceMillis()));
            sum = sum.add(each.price().toBigDecimal().multiply(BigDecimal.valueOf(stood)));
            total += stood;
            until = each.sinceMillis();
        }
        return total == 0 ? latest() : decimal(sum.divide(BigDecimal.valueOf(total), MEAN));
    }

    private static Decimal decimal(BigDecimal value) {
        return Decimal.of(
                value.scale() > Decimal.MAX_SCALE ? value.setScale(Decimal.MAX_SCALE, RoundingMode.HALF_EVEN) : value);
    }
}
