package io.firebreak.lending.pooled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.MakerCases;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Interest rates, by the numbers of the protocols' own tests (compound-finance/compound-protocol a3214f67,
 * compound-finance/comet d5a30b0a, aave-dao/aave-v3-origin fd1fbd91, aave/protocol-v2 ce53c4a8).
 */
class RateVectors {
    @TestFactory
    Stream<DynamicTest> compoundV2() {
        return MakerCases.of("compound_v2.json", "rate", RateVectors::jump);
    }

    @TestFactory
    Stream<DynamicTest> compoundIII() {
        return MakerCases.of("compound_v3.json", "rate", RateVectors::curves);
    }

    @TestFactory
    Stream<DynamicTest> aaveV3() {
        return MakerCases.of("aave_v3.json", "rates", RateVectors::kinked);
    }

    @TestFactory
    Stream<DynamicTest> aaveV2() {
        return MakerCases.of("aave_v2.json", "rates", RateVectors::kinked);
    }

    private static Ratio per100(JsonNode percent) {
        return Ratio.of(percent.decimalValue().movePointLeft(2).toPlainString());
    }

    private static void jump(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode out = vector.path("expected");
        if (in.has("jump_pct")) {
            InterestRate rate = new InterestRate.Jump(
                    per100(in.path("base_pct")),
                    per100(in.path("slope_pct")),
                    per100(in.path("jump_pct")),
                    per100(in.path("kink_pct")));
            assertThat(100 * rate.perYear(in.path("util_pct").asDouble() / 100))
                    .isCloseTo(out.path("annual_rate_pct").asDouble(), within(1e-9));
            return;
        }
        // The white paper's straight line is a jump curve whose kink is never reached.
        InterestRate rate = new InterestRate.Jump(
                Ratio.of(in.path("base").asText()), Ratio.of(in.path("slope").asText()), Ratio.ZERO, Ratio.of("2"));
        BigDecimal borrowed = new BigDecimal(in.path("borrows").asText());
        BigDecimal supplied = borrowed.add(new BigDecimal(in.path("cash").asText()))
                .subtract(new BigDecimal(in.path("reserves").asText()));
        assertThat(rate.perYear(borrowed.doubleValue() / supplied.doubleValue()))
                .isCloseTo(out.path("annual_rate").asDouble(), within(1e-9));
    }

    private static void kinked(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode out = vector.path("expected");
        if (in.path("unbacked").asLong() != 0 || in.path("stable_debt").asLong() != 0) {
            MakerCases.exempt("nothing is minted unbacked here, and no debt has a stable rate");
        }
        boolean named = in.has("optimal");
        InterestRate rate = named
                ? kinked(in.path("base"), in.path("slope1"), in.path("slope2"), in.path("optimal"))
                : kinked(in.path("strategy").asText());
        double owed = in.path(named ? "debt" : "variable_debt").asDouble();
        double supplied = owed + in.path("available").asDouble();
        double utilisation = supplied == 0 ? 0 : owed / supplied;
        double paid = rate.perYear(utilisation);
        double kept = in.path("reserve_factor_bps").asDouble() / 10_000;
        String suffix = named ? "_ray" : "";
        assertThat(paid).isCloseTo(out.path("variable_rate" + suffix).asDouble() / 1e27, within(1e-9));
        assertThat(paid * utilisation * (1 - kept))
                .isCloseTo(out.path("liquidity_rate" + suffix).asDouble() / 1e27, within(1e-9));
    }

    private static InterestRate kinked(JsonNode base, JsonNode slope1, JsonNode slope2, JsonNode optimal) {
        return new InterestRate.Kinked(
                Ratio.of(base.asText()),
                Ratio.of(slope1.asText()),
                Ratio.of(slope2.asText()),
                Ratio.of(optimal.asText()));
    }

    /** {@code StableOne opt .8 base 0 s1 .04 s2 1; …}. */
    private static InterestRate kinked(String words) {
        String[] each = words.split("[ ;]+", -1);
        return new InterestRate.Kinked(
                Ratio.of(each[4]), Ratio.of("0" + each[6]), Ratio.of(each[8]), Ratio.of("0" + each[2]));
    }

    private static void curves(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode out = vector.path("expected");
        double utilisation = out.path("utilization").asDouble();
        assertThat(curve(in.path("supply_curve").asText()).perYear(utilisation))
                .isCloseTo(out.path("supply_rate_annual").asDouble(), within(1e-9));
        assertThat(curve(in.path("borrow_curve").asText()).perYear(utilisation))
                .isCloseTo(out.path("borrow_rate_annual").asDouble(), within(1e-9));
    }

    /** {@code kink .8 base .01 low .05 high .3}. */
    private static InterestRate curve(String words) {
        String[] each = words.split(" ", -1);
        return new InterestRate.Jump(
                Ratio.of("0" + each[3].replaceFirst("^0", "")),
                Ratio.of("0" + each[5]),
                Ratio.of("0" + each[7]),
                Ratio.of("0" + each[1]));
    }
}
