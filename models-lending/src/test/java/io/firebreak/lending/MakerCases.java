package io.firebreak.lending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Numbers from Maker's own test suite, brought to assets of 9 decimals.
 *
 * <p>A case is exempt, and shown as skipped with the reason, where an amount does not fit a {@code long} at 9 decimals, or
 * where it turns on less than one base unit.
 */
public final class MakerCases {
    private MakerCases() {}

    /** A dynamic test for each case of one kind. */
    public static Stream<DynamicTest> of(String file, String kind, Consumer<JsonNode> check) {
        return all(file)
                .filter(each -> each.path("kind").asText().equals(kind))
                .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> check.accept(each)));
    }

    public static Stream<JsonNode> all(String file) {
        try (InputStream stream = MakerCases.class.getResourceAsStream("/vectors/" + file)) {
            JsonNode cases = new ObjectMapper().readTree(stream).path("cases");
            return StreamSupport.stream(cases.spliterator(), false);
        } catch (IOException e) {
            throw new IllegalStateException("no vectors in " + file, e);
        }
    }

    public static void exempt(String reason) {
        Assumptions.abort("exempt: " + reason);
    }

    public static BigDecimal wad(JsonNode number) {
        return new BigDecimal(number.asText()).movePointLeft(18);
    }

    public static BigDecimal ray(JsonNode number) {
        return new BigDecimal(number.asText()).movePointLeft(27);
    }

    public static BigDecimal rad(JsonNode number) {
        return new BigDecimal(number.asText()).movePointLeft(45);
    }

    /** Whole units to base units at 9 decimals, rounded down. */
    public static long units(BigDecimal whole) {
        try {
            return whole.movePointRight(9).setScale(0, RoundingMode.DOWN).longValueExact();
        } catch (ArithmeticException e) {
            exempt(whole.toPlainString() + " does not fit a long at 9 decimals");
            throw e;
        }
    }

    /** To as many digits as a decimal keeps. */
    public static Decimal decimal(BigDecimal value) {
        return Decimal.of(value.round(new MathContext(17, RoundingMode.DOWN)));
    }

    public static Ratio ratio(BigDecimal value) {
        return new Ratio(decimal(value));
    }

    /** A wad multiplier such as 1.13e18 as the increment .13. */
    public static Ratio increment(JsonNode chop) {
        return ratio(wad(chop).subtract(BigDecimal.ONE));
    }
}
