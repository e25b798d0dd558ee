package io.firebreak.core.scenario;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.wiring.ParameterType.Kind;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigDecimal;
import java.time.Duration;

/** Numbers with units: from exact values to the shortest text that {@link Scalars} reads back. */
final class Numerals {
    private static final Seq<Tuple2<String, Long>> PERIODS = Vector.of(
            new Tuple2<>("year", Rate.YEAR_MILLIS),
            new Tuple2<>("d", 86_400_000L),
            new Tuple2<>("h", 3_600_000L),
            new Tuple2<>("min", 60_000L),
            new Tuple2<>("s", 1000L));
    private static final Seq<Tuple2<String, Integer>> MAGNITUDES =
            Vector.of(new Tuple2<>("B", 9), new Tuple2<>("M", 6), new Tuple2<>("k", 3));
    private static final BigDecimal LEAST_SHORTENED = new BigDecimal(10_000);
    private static final int MOST_DIGITS = 5;
    private static final int MOST_PLAIN = 40;

    private Numerals() {}

    /** A number of something, with the unit of its parameter where that is a word. */
    static String write(Kind kind, Object value, String unitOfParameter) {
        String unit = unitOfParameter.equals("ratio") || unitOfParameter.contains(" ") ? "" : unitOfParameter;
        return switch (kind) {
            case RATIO -> percent(((Ratio) value).value());
            case RATE -> rate((Rate) value);
            case DECIMAL -> counted(((Decimal) value).toBigDecimal(), unit);
            case DOUBLE -> counted(new BigDecimal(Double.toString((Double) value)), unit);
            case DURATION -> duration(((Duration) value).toMillis());
            case PARCEL -> parcel((Parcel) value);
            default -> counted(new BigDecimal(value.toString()), unit);
        };
    }

    /** {@code 900 k DAI}. */
    static String parcel(Parcel parcel) {
        return counted(
                parcel.asset().whole(parcel.units()).toBigDecimal(),
                parcel.asset().symbol());
    }

    /** {@code 10 min}, {@code 90 s}, {@code 13.5 s}: in the largest unit of which it is a whole number. */
    static String duration(long millis) {
        return PERIODS.tail()
                .find(each -> millis % each._2 == 0)
                .map(each -> millis == 0 ? "0 s" : millis / each._2 + " " + each._1)
                .getOrElse(() -> millis % 100 == 0
                        ? BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + " s"
                        : millis + " ms");
    }

    /** {@code 2%}. */
    static String percent(Decimal share) {
        return share.toBigDecimal()
                        .movePointRight(2)
                        .add(BigDecimal.ZERO)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** {@code 4 M}, {@code 13.5 blocks}. */
    static String counted(BigDecimal number, String unit) {
        // A unit such as 'M' would be taken for a magnitude where none stands before it.
        boolean mistakable = unit.matches("[kMB](?![A-Za-z0-9_-]).*");
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        String text = MAGNITUDES
                .find(each -> plain.abs().compareTo(LEAST_SHORTENED) >= 0
                        && plain.scale() <= -each._2
                        && plain.precision() - plain.scale() - each._2 <= MOST_DIGITS)
                .map(each -> plain.movePointLeft(each._2).toPlainString() + " " + each._1)
                .getOrElse(() -> mistakable ? written(plain.movePointLeft(3)) + " k" : written(plain));
        return unit.isEmpty() ? text : text + " " + unit;
    }

    private static String written(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.length() <= MOST_PLAIN ? plain : number.toString();
    }

    private static String rate(Rate rate) {
        String period = PERIODS.find(each -> each._2 == rate.periodMillis())
                .map(Tuple2::_1)
                .getOrElse(() -> duration(rate.periodMillis()));
        return percent(rate.perPeriod()) + " per "
                + (period.equals("d") ? "day" : period.equals("h") ? "hour" : period);
    }
}
