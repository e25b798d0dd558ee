package io.firebreak.cli;

import java.util.Locale;

/** Numbers for readers. */
final class Figures {
    private Figures() {}

    /** Three digits that count: 1.23, 45.6, 789, 1.2e-03; a whole number as it is. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "–";
        }
        if (size == 0 || Double.isInfinite(value)) {
            return size == 0 ? "0" : value > 0 ? "∞" : "−∞";
        }
        if (size < 1e4 && value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String pattern = size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : size >= 0.00995 ? "%.2f" : "%.1e";
        return String.format(Locale.ROOT, pattern, value);
    }

    /** So many digits after the point that the largest number of a column shows three. */
    static int decimals(double largest) {
        int decimals = 2;
        for (double size = largest; decimals < 6 && size > 0 && size < 0.9995; size *= 10) {
            decimals++;
        }
        return largest >= 99.95 ? 0 : largest >= 9.995 ? 1 : decimals;
    }

    /** A number with that many digits after the point. */
    static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0) : plain(value);
    }

    /** With thousands, millions and so on: {@code 4.12 M}. */
    static String scaled(double value) {
        Scale scale = Scale.of(Math.abs(value), "");
        return plain(value * scale.factor()) + (scale.unit().isEmpty() ? "" : " " + scale.unit());
    }

    /** With its unit: {@code 4.12 M DAI}, {@code 38.4 %}. */
    static String withUnit(double value, String unit) {
        Scale scale = Scale.of(Math.abs(value), unit);
        return Double.isNaN(value) ? "not defined" : plain(value * scale.factor()) + " " + scale.unit();
    }

    /**
     * How a column of numbers is written.
     *
     * @param factor numbers are multiplied by it
     * @param unit what they are then counted in: {@code M USD}, {@code %}
     */
    record Scale(double factor, String unit) {
        /** The scale for numbers up to {@code largest}. Shares are shown in per cent. */
        static Scale of(double largest, String unit) {
            if (unit.equals("share")) {
                return new Scale(100, "%");
            }
            if (largest >= 1e9) {
                return new Scale(1e-9, ("bn " + unit).strip());
            }
            if (largest >= 1e6) {
                return new Scale(1e-6, ("M " + unit).strip());
            }
            return largest >= 1e4 ? new Scale(1e-3, ("k " + unit).strip()) : new Scale(1, unit);
        }
    }
}
