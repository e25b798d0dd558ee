package io.firebreak.cli;

import io.firebreak.core.engine.RunResult;

/** A line over time in a row of characters, lowest to highest; a dot where there is no value. */
final class Sparkline {
    private static final String STEPS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    static String of(RunResult.Series series, int width) {
        int size = series.points().size();
        double[] values = new double[Math.min(width, size)];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < values.length; at++) {
            // The last point of each stretch, so that the line ends where the series does.
            values[at] = series.points()
                    .get((int) ((at + 1L) * size / values.length) - 1)
                    .value();
            if (!Double.isNaN(values[at])) {
                low = Math.min(low, values[at]);
                high = Math.max(high, values[at]);
            }
        }
        StringBuilder line = new StringBuilder();
        for (double value : values) {
            if (Double.isNaN(value)) {
                line.append('·');
            } else {
                double share = high > low ? (value - low) / (high - low) : 0;
                line.append(STEPS.charAt((int) Math.min(STEPS.length() - 1.0, share * STEPS.length())));
            }
        }
        return line.toString();
    }
}
