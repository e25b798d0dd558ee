package io.firebreak.lending.dutch;

import static io.firebreak.lending.MakerCases.decimal;
import static io.firebreak.lending.MakerCases.ratio;
import static io.firebreak.lending.MakerCases.ray;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.liquidation.Curve;
import io.firebreak.api.number.Decimal;
import io.firebreak.lending.MakerCases;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Maker's price curves, by numbers of their own tests: makerdao/dss fa4f6630, src/test/abaci.t.sol. */
class CurveVectors {
    /** What a decimal of 17 digits may lose. */
    private static final BigDecimal RELATIVE = new BigDecimal("1e-16");

    private static final BigDecimal ONE_RAY = BigDecimal.ONE.movePointLeft(27);

    @TestFactory
    Stream<DynamicTest> prices() {
        return MakerCases.of("maker_liquidation2.json", "price_curve", CurveVectors::check);
    }

    private static void check(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        Curve curve = curve(in);
        Decimal top = decimal(ray(in.path("top_ray")));
        if (expected.has("price_ray")) {
            near(curve, top, in.path("elapsed_s").asLong(), ray(expected.path("price_ray")), ONE_RAY);
        } else if (expected.has("price_ray_approx")) {
            BigDecimal tolerance = ray(expected.path("abs_tolerance_ray"));
            near(curve, top, in.path("elapsed_s").asLong(), ray(expected.path("price_ray_approx")), tolerance);
        } else {
            everyStepCuts(in, ray(expected.path("abs_tolerance_ray")), curve, top);
        }
        vector.path("recomputed_samples_by_elapsed_s")
                .properties()
                .forEach(sample -> near(curve, top, Long.parseLong(sample.getKey()), ray(sample.getValue()), ONE_RAY));
        if (vector.has("recomputed_exact")) {
            near(curve, top, in.path("elapsed_s").asLong(), ray(vector.path("recomputed_exact")), ONE_RAY);
        }
    }

    private static Curve curve(JsonNode in) {
        return switch (in.path("calc").asText()) {
            case "LinearDecrease" ->
                new Linear(Duration.ofSeconds(in.path("tau_s").asLong()));
            case "ExponentialDecrease" -> new Exponential(ratio(ray(in.path("cut_ray"))));
            default ->
                new StairStep(
                        ratio(ray(in.path("cut_ray"))),
                        Duration.ofSeconds(in.path("step_s").asLong()));
        };
    }

    private static void near(Curve curve, Decimal top, long second, BigDecimal wanted, BigDecimal tolerance) {
        assertThat(curve.price(top, second * 1000).toBigDecimal())
                .as("price after %d s", second)
                .isCloseTo(wanted, within(tolerance.max(wanted.multiply(RELATIVE))));
    }

    private static void everyStepCuts(JsonNode in, BigDecimal tolerance, Curve curve, Decimal top) {
        BigDecimal cut = ray(in.path("cut_ray"));
        long step = in.path("step_s").asLong(1);
        BigDecimal before = curve.price(top, 0).toBigDecimal();
        assertThat(before).isEqualByComparingTo(top.toBigDecimal());
        for (long second = 1; second < 600; second++) {
            BigDecimal wanted = second % step == 0 ? before.multiply(cut) : before;
            near(curve, top, second, wanted, tolerance.max(top.toBigDecimal().multiply(RELATIVE)));
            before = curve.price(top, second * 1000).toBigDecimal();
        }
    }
}
