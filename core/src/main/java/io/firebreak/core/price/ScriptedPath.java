package io.firebreak.core.price;

import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.About;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.price.PriceModel;
import io.firebreak.api.price.PriceView;
import io.firebreak.api.price.Tick;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Arrays;

/** A path through points that the scenario lists; it holds the last of them. */
@About("A price through listed points, in jumps or in straight lines.")
public record ScriptedPath(
        @Parameter(value = "price at the first block", unit = "USD per whole unit", min = "0") double start,
        @Parameter("where the price goes, in the order of time") Seq<Point> points,
        @Parameter(
                        value =
                                "whether it goes straight (in the logarithm) from point to point; otherwise it holds and jumps",
                        preset = "false")
                boolean straight)
        implements PriceModel<ScriptedPath.Corners> {
    /**
     * A price at a time.
     *
     * @param price none: the move says it
     * @param move relative to the point before: −30 % is a fall by three tenths
     */
    public record Point(
            @Parameter("time since the first block") Duration at,
            @Parameter(value = "the price there", unit = "USD per whole unit", min = "0") Option<Decimal> price,
            @Parameter(value = "or the move since the point before", unit = "ratio", min = "-1") Option<Ratio> move) {
        public Point {
            if (price.isDefined() == move.isDefined()) {
                throw new IllegalArgumentException("a point has either a price or a move");
            }
            price.forEach(value -> Diffusion.positive("price", value.toDouble()));
            move.forEach(
                    value -> Diffusion.positive("1 + move", 1 + value.value().toDouble()));
        }

        double after(double before) {
            return price.isDefined()
                    ? price.get().toDouble()
                    : before * move.get().onePlus().toDouble();
        }
    }

    /** The points as times and prices. */
    public static final class Corners {
        private final long[] times;
        private final double[] prices;

        private Corners(long startMillis, double start, Seq<Point> points) {
            times = new long[points.size() + 1];
            prices = new double[points.size() + 1];
            times[0] = startMillis;
            prices[0] = start;
            int corner = 0;
            for (Point point : points) {
                times[corner + 1] = startMillis + point.at().toMillis();
                prices[corner + 1] = point.after(prices[corner]);
                corner++;
            }
        }

        private double at(long millis, boolean straight) {
            int corner = 0;
            while (corner + 1 < times.length && times[corner + 1] <= millis) {
                corner++;
            }
            if (!straight || corner + 1 == times.length) {
                return prices[corner];
            }
            double way = (double) (millis - times[corner]) / (times[corner + 1] - times[corner]);
            return Straight.between(prices[corner], prices[corner + 1], way);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Corners corners
                    && Arrays.equals(times, corners.times)
                    && Arrays.equals(prices, corners.prices);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(times) + Arrays.hashCode(prices);
        }
    }

    public ScriptedPath {
        Diffusion.positive("start", start);
        Duration before = Duration.ZERO;
        for (Point point : points) {
            if (point.at().compareTo(before) < 0) {
                throw new IllegalArgumentException(
                        "points must ascend in time, and " + point.at() + " comes after " + before);
            }
            before = point.at();
        }
    }

    @Override
    public Tick<Corners> start(PriceView view) {
        return step(new Corners(view.block().timeMillis(), start, points), view);
    }

    @Override
    public Tick<Corners> step(Corners state, PriceView view) {
        return new Tick<>(state, state.at(view.block().timeMillis(), straight));
    }
}
