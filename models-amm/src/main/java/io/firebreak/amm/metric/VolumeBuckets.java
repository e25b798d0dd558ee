package io.firebreak.amm.metric;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The volume-synchronised probability of informed trading: trades in bars of time are cut into buckets of equal volume, and
 * each bar is split into buys and sells by how far its price moved.
 *
 * @formula buys V·Φ(Δp ÷ s), s the sample deviation of Δp over all bars; VPIN Σ|buys − sells| ÷ (window · bucket volume) over the
 *     last {@code window} buckets, the last, incomplete bucket included
 * @source Easley, López de Prado, O'Hara (2012); bars above nine tenths of a bucket are cut as in PINstimation d97b28d3
 */
public final class VolumeBuckets {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double LARGE = 0.9;
    private static final int PIECES = 10;

    private VolumeBuckets() {}

    /** What was traded in a stretch of time, and how far the price moved from its first trade to its last. */
    public record Bar(double move, double volume) {}

    /** @param vpin NaN before there are as many buckets as the window is long */
    record Bucket(double buys, double sells, double vpin) {}

    /** Bucket size where a day has so many of them. */
    static double size(Seq<Bar> bars, double days, int perDay) {
        return bars.map(Bar::volume).sum().doubleValue() / days / perDay;
    }

    /** The sample deviation of the moves. */
    static double deviation(Seq<Bar> bars) {
        double mean = bars.map(Bar::move).sum().doubleValue() / bars.size();
        double squares = 0;
        for (Bar bar : bars) {
            squares += (bar.move() - mean) * (bar.move() - mean);
        }
        return StrictMath.sqrt(squares / (bars.size() - 1));
    }

    static Seq<Bucket> of(Seq<Bar> bars, double size, int window) {
        double deviation = deviation(bars);
        List<double[]> filled = new ArrayList<>();
        double[] open = new double[2];
        double room = size;
        for (Bar bar : cut(bars, size)) {
            double share = deviation > 0 ? NORMAL.cumulativeProbability(bar.move() / deviation) : 0.5;
            double left = bar.volume();
            while (left > 0) {
                double part = Math.min(left, room);
                open[0] += part * share;
                open[1] += part * (1 - share);
                left -= part;
                room -= part;
                // What rounding leaves of a bucket is none.
                if (room <= size * 1e-12) {
                    filled.add(open);
                    open = new double[2];
                    room = size;
                }
            }
        }
        if (open[0] + open[1] > size * 1e-12) {
            filled.add(open);
        }
        return measured(filled, size, window);
    }

    /** A bar larger than nine tenths of a bucket becomes a remainder and tenths of that. */
    private static Seq<Bar> cut(Seq<Bar> bars, double size) {
        double large = LARGE * size;
        List<Bar> pieces = new ArrayList<>();
        for (Bar bar : bars) {
            if (bar.volume() <= large) {
                pieces.add(bar);
                continue;
            }
            int times = (int) (bar.volume() / large);
            pieces.add(new Bar(bar.move(), bar.volume() - times * large));
            for (int piece = 0; piece < PIECES * times; piece++) {
                pieces.add(new Bar(bar.move(), large / PIECES));
            }
        }
        return Array.ofAll(pieces);
    }

    private static Seq<Bucket> measured(List<double[]> filled, double size, int window) {
        List<Bucket> buckets = new ArrayList<>();
        for (int at = 0; at < filled.size(); at++) {
            double imbalance = 0;
            for (int back = at; back > at - window && back >= 0; back--) {
                imbalance += Math.abs(filled.get(back)[0] - filled.get(back)[1]);
            }
            double vpin = at + 1 < window ? Double.NaN : imbalance / (window * size);
            buckets.add(new Bucket(filled.get(at)[0], filled.get(at)[1], vpin));
        }
        return Array.ofAll(buckets);
    }
}
