package io.firebreak.core.scenario;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Rate;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.ParameterType.Kind;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units: from text to exact values, within the bounds of their parameter. */
final class Scalars {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final Pattern RATE = Pattern.compile("(.*?)\\s*\\bper\\s+(.*)");

    private Scalars() {}

    /** Whether a kind is a number of something. */
    static boolean isNumber(Kind kind) {
        return switch (kind) {
            case RATIO, RATE, DECIMAL, DURATION, PARCEL, INT, LONG, AMOUNT, DOUBLE -> true;
            default -> false;
        };
    }

    /** The value, or what is wrong with it. */
    static Either<String, Object> read(Kind kind, String text, ParameterSpec spec, Seq<Asset> assets) {
        return magnitude(kind, text, spec.unit(), assets)
                .flatMap(number -> bounded(kind, number, spec))
                .flatMap(number -> build(kind, number, text, assets));
    }

    /** The number in the unit in which a kind counts: whole units, milliseconds, 0.03 for 3 %. */
    private static Either<String, BigDecimal> magnitude(Kind kind, String text, String unit, Seq<Asset> assets) {
        return switch (kind) {
            case DURATION -> Measured.millis(text);
            case RATE -> rateParts(text).flatMap(parts -> magnitude(Kind.RATIO, parts.group(1), "", assets));
            case PARCEL ->
                Measured.of(text)
                        .flatMap(measured ->
                                assets.exists(asset -> asset.symbol().equals(measured.unit()))
                                        ? Either.right(measured.number())
                                        : Either.left((measured.unit().isEmpty()
                                                        ? "has no unit"
                                                        : "has the unit '" + measured.unit() + "'")
                                                + ", which is no declared asset (" + assets.mkString(", ") + ")"
                                                + Nearest.hint(measured.unit(), assets.map(Asset::symbol))));
            default -> Measured.of(text).flatMap(measured -> plain(measured, kind, unit));
        };
    }

    private static Either<String, BigDecimal> plain(Measured measured, Kind kind, String unit) {
        String written = measured.unit();
        boolean ratio = kind == Kind.RATIO
                || ((kind == Kind.DECIMAL || kind == Kind.DOUBLE) && (unit.isEmpty() || unit.equals("ratio")));
        if (written.equals("%") && ratio) {
            return Either.right(measured.number().divide(HUNDRED));
        }
        return written.isEmpty() || Measured.singular(written).equals(Measured.singular(unit))
                ? Either.right(measured.number())
                : Either.left("has the unit '" + written + "'");
    }

    private static Either<String, Matcher> rateParts(String text) {
        Matcher parts = RATE.matcher(text);
        return parts.matches() ? Either.right(parts) : Either.left("does not say per what");
    }

    private static Either<String, BigDecimal> bounded(Kind kind, BigDecimal number, ParameterSpec spec) {
        boolean amount = kind == Kind.PARCEL || kind == Kind.DURATION;
        Option<BigDecimal> min = bound(kind, spec.min(), spec);
        if (amount && min.isEmpty() && number.signum() < 0) {
            return Either.left("is negative");
        }
        if (min.exists(least -> number.compareTo(least) < 0)) {
            return Either.left(
                    (number.signum() < 0 ? "is negative, and " : "is ") + "below the least value " + spec.min());
        }
        return bound(kind, spec.max(), spec).exists(most -> number.compareTo(most) > 0)
                ? Either.left("is above the largest value " + spec.max())
                : Either.right(number);
    }

    private static Option<BigDecimal> bound(Kind kind, String text, ParameterSpec spec) {
        return text.isEmpty()
                ? Option.none()
                : (kind == Kind.DURATION
                                ? Measured.millis(text)
                                : kind == Kind.RATE && text.contains(" per ")
                                        ? magnitude(kind, text, "", io.vavr.collection.List.empty())
                                        : Measured.of(text)
                                                .flatMap(measured -> plain(
                                                        kind == Kind.PARCEL
                                                                ? new Measured(measured.number(), "")
                                                                : measured,
                                                        Kind.RATIO,
                                                        spec.unit())))
                        .toOption();
    }

    private static Either<String, Object> build(Kind kind, BigDecimal number, String text, Seq<Asset> assets) {
        try {
            return switch (kind) {
                case RATIO -> Either.right(new Ratio(Decimal.of(number)));
                case DECIMAL -> Either.right(Decimal.of(number));
                case DOUBLE ->
                    Double.isInfinite(number.doubleValue())
                            ? Either.left("is too large")
                            : Either.right(number.doubleValue());
                case INT -> Either.right(number.intValueExact());
                case LONG, AMOUNT -> Either.right(number.longValueExact());
                case DURATION -> Either.right(Duration.ofMillis(number.longValueExact()));
                case RATE ->
                    rateParts(text)
                            .flatMap(parts -> period(parts.group(2)))
                            .map(period -> new Rate(Decimal.of(number), period));
                case PARCEL -> {
                    String symbol = Measured.of(text).get().unit();
                    Asset asset =
                            assets.find(each -> each.symbol().equals(symbol)).get();
                    yield units(number, asset).map(units -> new Parcel(asset, units));
                }
                default -> throw new IllegalArgumentException(kind + " is no number");
            };
        } catch (ArithmeticException unfit) {
            return Either.left(
                    kind == Kind.INT || kind == Kind.LONG || kind == Kind.AMOUNT
                            ? "is not a whole number, or too large"
                            : "has too many digits: at most 18");
        }
    }

    private static Either<String, Long> period(String text) {
        String period = Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0)) ? text : "1 " + text;
        return Measured.millis(period)
                .filterOrElse(millis -> millis.signum() > 0, millis -> "has no period")
                .map(BigDecimal::longValueExact);
    }

    /** Base units of a quantity, exact. */
    static Either<String, Long> units(BigDecimal whole, Asset asset) {
        BigDecimal units = whole.movePointRight(asset.decimals());
        return units.stripTrailingZeros().scale() > 0
                ? Either.left("has more than the " + asset.decimals() + " decimals of " + asset)
                : inRange(units.toBigInteger(), asset);
    }

    /** Base units of a quantity, rounded. */
    static Either<String, Long> units(BigDecimal whole, Asset asset, RoundingMode rounding) {
        return inRange(
                whole.movePointRight(asset.decimals()).setScale(0, rounding).toBigInteger(), asset);
    }

    private static Either<String, Long> inRange(BigInteger units, Asset asset) {
        return units.abs().compareTo(LARGEST) > 0
                ? Either.left("is too large: the largest amount is " + asset.show(Long.MAX_VALUE)
                        + ". Maybe declare fewer decimals for " + asset)
                : Either.right(units.longValueExact());
    }
}
