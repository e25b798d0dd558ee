package io.firebreak.core.experiment;

import io.firebreak.api.metric.Better;
import io.vavr.control.Option;
import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** A metric's values over seeds, in the order of the seeds; undefined ones (NaN) are left out and counted by their absence. */
final class Sample {
    private static final double WORST = 0.05;
    private static final int SEEDS_FOR_A_TAIL = 20;
    private static final int RESAMPLES = 1000;
    private static final long BOOTSTRAP_SEED = 0x46697265627265L;

    private final double[] values;

    private Sample(double[] values) {
        this.values = values;
    }

    static Sample of(double... values) {
        return new Sample(
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
    }

    /** Value by value; undefined where either is. */
    static double[] differences(double[] left, double[] right) {
        double[] result = new double[left.length];
        Arrays.setAll(result, at -> left[at] - right[at]);
        return result;
    }

    Estimate estimate() {
        int count = values.length;
        boolean equal = Arrays.stream(values).allMatch(value -> value == values[0]);
        // The sum of equal values, divided, may miss their value by a bit; they have no spread.
        double mean = count > 0 && equal ? values[0] : Arrays.stream(values).sum() / count;
        double deviation = count < 2 ? Double.NaN : equal ? 0 : deviation(mean);
        return new Estimate(count, mean, deviation, count < 2 ? Option.none() : Option.some(interval(mean, deviation)));
    }

    /** The tail on the bad side: the high one, unless higher is better. */
    Tail tail(Better better) {
        double sign = better == Better.HIGHER ? 1 : -1;
        double[] worstFirst =
                Arrays.stream(values).map(value -> sign * value).sorted().toArray();
        return new Tail(sign * shortfall(worstFirst), tailInterval(worstFirst, sign));
    }

    private double deviation(double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private Interval interval(double mean, double deviation) {
        int count = values.length;
        double quantile = new TDistribution(count - 1.0).inverseCumulativeProbability(0.975);
        double half = deviation == 0 ? 0 : quantile * deviation / Math.sqrt(count);
        return new Interval(mean - half, mean + half);
    }

    /** The mean of the first twentieth of a sorted array, its last member by the share that falls into it. */
    private static double shortfall(double[] worstFirst) {
        if (worstFirst.length == 0) {
            return Double.NaN;
        }
        double share = Math.max(1, WORST * worstFirst.length);
        double sum = 0;
        for (int at = 0; at < share; at++) {
            sum += worstFirst[at] * Math.min(1, share - at);
        }
        return sum / share;
    }

    private static Option<Interval> tailInterval(double[] worstFirst, double sign) {
        int count = worstFirst.length;
        if (count < SEEDS_FOR_A_TAIL) {
            return Option.none();
        }
        UniformRandomProvider random = RandomSource.PHILOX_4X64.create(new long[] {BOOTSTRAP_SEED});
        double share = Math.max(1, WORST * count);
        double[] tails = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            int[] times = new int[count]; // how often each value was drawn
            for (int draw = 0; draw < count; draw++) {
                times[random.nextInt(count)]++;
            }
            double sum = 0;
            double left = share;
            for (int at = 0; left > 0; at++) {
                double taken = Math.min(times[at], left);
                sum += taken * worstFirst[at];
                left -= taken;
            }
            tails[resample] = sign * sum / share;
        }
        Arrays.sort(tails);
        return Option.some(new Interval(tails[RESAMPLES / 40], tails[RESAMPLES - 1 - RESAMPLES / 40]));
    }
}
