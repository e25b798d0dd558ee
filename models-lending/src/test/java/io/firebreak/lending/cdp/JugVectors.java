package io.firebreak.lending.cdp;

import static io.firebreak.lending.MakerCases.ray;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.number.Rate;
import io.firebreak.lending.MakerCases;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Maker's jug, by numbers of its own tests: makerdao/dss fa4f6630, src/test/jug.t.sol. */
class JugVectors {
    private static final double RELATIVE = 1e-9;

    @TestFactory
    Stream<DynamicTest> fees() {
        return MakerCases.all("maker_jug.json")
                .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> check(each)));
    }

    private static void check(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        if (in.has("duty")) {
            BigDecimal duty = ray(in.path("duty")).add(in.has("base") ? ray(in.path("base")) : BigDecimal.ZERO);
            double art = in.has("art") ? MakerCases.wad(in.path("art")).doubleValue() : 100;
            near(
                    art * growth(duty, in.path("elapsed_s").asLong()),
                    MakerCases.wad(expected.path("fee_wad")).doubleValue());
        } else if (in.has("x")) {
            double power = growth(ray(in.path("x")), in.path("n").asLong()) + 1;
            near(
                    power,
                    new BigDecimal(expected.path("result_div_1e17").asText())
                            .movePointLeft(10)
                            .doubleValue());
        } else {
            MakerCases.exempt("not understood: " + in);
        }
    }

    private static double growth(BigDecimal perSecond, long seconds) {
        Rate rate = new Rate(MakerCases.decimal(perSecond.subtract(BigDecimal.ONE)), 1000);
        assertThat(rate.growth(seconds * 1000) - 1)
                .as("the same by the rate itself")
                .isCloseTo(StabilityFee.growth(rate, seconds * 1000), within(1e-12));
        return StabilityFee.growth(rate, seconds * 1000);
    }

    private static void near(double actual, double wanted) {
        assertThat(actual).isCloseTo(wanted, within(Math.max(wanted * RELATIVE, 1e-18)));
    }
}
