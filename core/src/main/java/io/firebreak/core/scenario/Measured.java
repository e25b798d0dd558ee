package io.firebreak.core.scenario;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and its unit: {@code 4 M DAI} is 4,000,000 of {@code DAI}.
 *
 * @param unit empty where none is written
 */
record Measured(BigDecimal number, String unit) {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)(?:\\s*([kMB])(?![A-Za-z0-9_-]))?\\s*(.*)");
    private static final Map<String, BigDecimal> MAGNITUDES =
            LinkedHashMap.of("k", new BigDecimal("1e3"), "M", new BigDecimal("1e6"), "B", new BigDecimal("1e9"));
    private static final Map<String, Long> MILLIS = LinkedHashMap.<String, Long>empty()
            .put("ms", 1L)
            .put("s", 1000L)
            .put("sec", 1000L)
            .put("second", 1000L)
            .put("min", 60_000L)
            .put("minute", 60_000L)
            .put("h", 3_600_000L)
            .put("hour", 3_600_000L)
            .put("d", 86_400_000L)
            .put("day", 86_400_000L)
            .put("week", 7 * 86_400_000L)
            .put("year", 365 * 86_400_000L);

    /** The number that a text begins with, and its rest. */
    static Either<String, Measured> of(String text) {
        Matcher matcher = FORM.matcher(text.replace('−', '-'));
        if (text.length() > 80 || !matcher.matches()) {
            return Either.left("is not a number");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        BigDecimal magnitude = MAGNITUDES.getOrElse(matcher.group(2), BigDecimal.ONE);
        return Either.right(
                new Measured(number.multiply(magnitude), matcher.group(3).strip()));
    }

    /** Whole milliseconds of a duration: {@code 13.5 s}, {@code 10 min}, {@code 1 h 30 min}. */
    static Either<String, BigDecimal> millis(String text) {
        if (text.equals("0")) {
            return Either.right(BigDecimal.ZERO);
        }
        Matcher parts =
                Pattern.compile("\\G([+-]?\\d+(?:\\.\\d+)?)\\s*([a-z]+)\\s*").matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int read = 0;
        while (text.length() <= 80 && parts.find()) {
            String unit = parts.group(2);
            Long millis =
                    MILLIS.get(unit).orElse(() -> MILLIS.get(singular(unit))).getOrElse(0L);
            if (millis == 0) {
                return Either.left("has the unit '" + unit + "'");
            }
            sum = sum.add(new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(millis)));
            read = parts.end();
        }
        if (read == 0 || read < text.length()) {
            return Either.left("is not a duration");
        }
        return sum.stripTrailingZeros().scale() > 0
                ? Either.left("is not a whole number of milliseconds")
                : sum.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000)) > 0
                        ? Either.left("is longer than any run")
                        : Either.right(sum);
    }

    /** Without the s of several: {@code blocks} is {@code block}. */
    static String singular(String unit) {
        return unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }
}
