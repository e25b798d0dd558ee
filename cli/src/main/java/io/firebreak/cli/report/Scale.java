package io.firebreak.cli.report;

import io.firebreak.cli.report.ReportModel.Estimate;
import io.vavr.collection.Seq;
import java.util.Locale;

/**
 * How the values of one metric are written: all with one factor, unit and number of decimals, so that they can be compared down a column.
 *
 * @param factor what a value is multiplied by: 1e-6 where the unit reads {@code M DAI}
 */
record Scale(double factor, String unit, int decimals) {
    private static final String UNDEFINED = "–";

    /** Fits the values: shares become per cent, large ones thousands or millions. */
    static Scale of(String unit, Seq<Double> values) {
        double largest =
                values.filter(Double::isFinite).map(StrictMath::abs).max().getOrElse(0.0);
        if (unit.equals("share")) {
            return new Scale(100, "%", 1);
        }
        if (largest >= 1e6) {
            return new Scale(1e-6, "M " + unit, decimals(largest * 1e-6));
        }
        if (largest >= 1e5) {
            return new Scale(1e-3, "k " + unit, decimals(largest * 1e-3));
        }
        return new Scale(1, unit, decimals(largest));
    }

    private static int decimals(double largest) {
        return largest >= 1000 ? 0 : largest >= 20 ? 1 : largest >= 1 || largest == 0 ? 2 : 3;
    }

    double apply(double value) {
        return value * factor;
    }

    String write(double value) {
        if (Double.isNaN(value)) {
            return UNDEFINED;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String written = String.format(Locale.ROOT, "%,." + decimals + "f", StrictMath.abs(apply(value)));
        boolean zero = written.chars().allMatch(each -> each == '0' || each == '.');
        return value < 0 && !zero ? "−" + written : written;
    }

    /** With its sign. */
    String signed(double value) {
        String written = write(value);
        return value > 0 ? "+" + written : written;
    }

    /** Like {@code [1.20, 1.45]}. */
    String interval(double low, double high) {
        return Double.isNaN(low) || Double.isNaN(high) ? UNDEFINED : "[" + write(low) + ", " + write(high) + "]";
    }

    String spread(Estimate estimate) {
        return "± " + write(estimate.spread());
    }

    /** A value with its unit. */
    String withUnit(double value) {
        return Double.isNaN(value) ? UNDEFINED : (write(value) + " " + unit).strip();
    }
}
