package io.firebreak.lending.spread;

import static io.firebreak.lending.spread.Borrower.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Exact;
import io.firebreak.api.number.Ratio;
import io.firebreak.lending.FakeVenueView;
import io.firebreak.lending.MakerCases;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Liquidations of Euler v1 (euler-contracts 24da0f2d) and v2 (euler-vault-kit 5b98b420). Exempt are boosters, which this
 * design leaves out, and interest.
 */
class EulerVectors {
    /** What the protocols' own 18 digits allow, relative. */
    private static final double PRECISION = 1e-9;

    private static GrowingDiscount v1() {
        return new GrowingDiscount(
                Ratio.of("0.02"),
                Ratio.of("0.2"),
                new CloseRule.ToTargetHealth(Ratio.of("1.25"), Decimal.ZERO),
                Ratio.of("0.02"));
    }

    private static GrowingDiscount v2(String mostDiscount) {
        return new GrowingDiscount(Ratio.ZERO, Ratio.of(mostDiscount), new CloseRule.Constant(Ratio.ONE), Ratio.ZERO);
    }

    @TestFactory
    Stream<DynamicTest> eulerV1() {
        return MakerCases.all("euler_v1.json")
                .map(vector -> DynamicTest.dynamicTest(vector.path("name").asText(), () -> v1(vector)));
    }

    private static void v1(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        if (!vector.path("kind").asText().equals("liquidation")) {
            MakerCases.exempt(vector.path("kind").asText() + " is left out");
        }
        BigDecimal borrowFactor = new BigDecimal(in.path("borrow_factor").asText());
        Borrower borrower = new Borrower(
                        v1(),
                        in.path("collateral").asText("100"),
                        in.path("debt").asText())
                .at(
                        in.path("collateral_price").asText("0.4"),
                        in.path("underlying_price").asText("2.2"),
                        in.path("collateral_factor").asText("0.75"));
        // A borrow factor of nothing makes any debt worth more than there can be.
        borrower.view.owed(
                borrowFactor.signum() == 0
                        ? Decimal.of(1_000_000)
                        : Decimal.of(BigDecimal.ONE.divide(borrowFactor, new MathContext(17, RoundingMode.DOWN))));
        double health =
                expected.path("hs").asDouble(expected.path("health_score").asDouble());
        assertThat(borrower.unsafe()).isTrue();
        if (expected.has("hs") || expected.has("health_score")) {
            assertThat(borrower.health().doubleValue())
                    .isCloseTo(health, within(expected.path("hs_tolerance").asDouble(0.0001)));
        }
        JsonNode values = vector.path("recomputed_values");
        double discount = new Discount(Ratio.of("0.02"), Ratio.of("0.2"))
                .factor(FakeVenueView.VAULT, borrower.view)
                .under()
                .doubleValue();
        if (values.has("discount")) {
            assertThat(1 - discount).isCloseTo(values.path("discount").asDouble(), within(PRECISION));
        } else if (expected.has("discount")) {
            assertThat(1 - discount).isCloseTo(expected.path("discount").asDouble(), within(PRECISION));
        }
        long debt = borrower.debt();
        assertThat(borrower.takeAll().isRight()).isTrue();
        if (values.has("repay_incl_fee")) {
            near(borrower.paid(), values.path("repay_incl_fee").asText());
            near(borrower.received(), values.path("yield").asText());
        }
        if (expected.has("repay")) {
            double tolerance = expected.path("hs_tolerance").asDouble();
            assertThat(borrower.paid() / 1e9).isCloseTo(expected.path("repay").asDouble(), within(tolerance));
            assertThat(borrower.received() / 1e9)
                    .isCloseTo(expected.path("yield").asDouble(), within(tolerance));
        }
        if (expected.has("collateral_after")) {
            assertThat(borrower.collateral())
                    .isEqualTo(units(expected.path("collateral_after").asText()));
            assertThat(borrower.debt())
                    .isEqualTo(debt - (borrower.paid() - borrower.fee()))
                    .isPositive();
            near(
                    borrower.fee(),
                    BigDecimal.valueOf(borrower.paid(), 9)
                            .multiply(new BigDecimal("0.02"))
                            .divide(new BigDecimal("1.02"), MathContext.DECIMAL64)
                            .toPlainString());
        }
    }

    @TestFactory
    Stream<DynamicTest> eulerV2() {
        return MakerCases.all("euler_v2_evk.json")
                .map(vector -> DynamicTest.dynamicTest(vector.path("name").asText(), () -> v2(vector)));
    }

    private static void v2(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        JsonNode values = vector.path("recomputed_values");
        GrowingDiscount model = v2(in.path("max_discount").asText("0.2"));
        boolean partial = in.has("desired");
        Borrower borrower = new Borrower(
                        model,
                        in.path("collateral").asText("100"),
                        in.path("debt").asText("5"))
                .at(
                        in.path("collateral_price").asText("0.4"),
                        in.path("debt_price").asText(partial ? "2.8" : "2.2"),
                        in.path("liquidation_ltv").asText("0.3"));
        if (expected.has("hs")) {
            assertThat(borrower.health().doubleValue())
                    .isCloseTo(
                            expected.path("hs").asDouble(),
                            within(expected.path("tolerance").asDouble(0.001)));
        }
        if (values.has("hs")) {
            assertThat(borrower.health().doubleValue())
                    .isCloseTo(values.path("hs").asDouble(), within(PRECISION));
        }
        if (expected.path("max_repay").asText().equals("0")) {
            assertThat(borrower.unsafe()).isFalse();
            return;
        }
        if (partial) {
            long maxRepay = borrower.offer().mostWant();
            long maxYield = borrower.offer().price().giveDown(maxRepay);
            borrower.take(maxRepay / 4);
            assertThat(borrower.received()).isCloseTo(Exact.mulDivDown(maxRepay / 4, maxYield, maxRepay), within(1L));
            return;
        }
        long debt = borrower.debt();
        borrower.takeAll();
        if (values.has("max_repay")) {
            near(borrower.paid(), values.path("max_repay").asText());
        }
        if (values.has("max_yield")) {
            near(borrower.received(), values.path("max_yield").asText());
        }
        if (expected.has("max_yield")) {
            assertThat(borrower.received() / 1e9)
                    .isCloseTo(
                            expected.path("max_yield").asDouble(),
                            within(expected.path("tolerance").asDouble(1e-9)));
        }
        if (expected.has("repay_value/yield_value")) {
            assertThat(borrower.inCollateral(borrower.paid()) / borrower.received())
                    .isCloseTo(expected.path("repay_value/yield_value").asDouble(), within(PRECISION));
        }
        if (values.has("written_off")) {
            near(debt - borrower.paid(), values.path("written_off").asText());
            assertThat(borrower.collateral()).isZero();
        }
    }

    private static void near(long actual, String wanted) {
        double units = new BigDecimal(wanted).movePointRight(9).doubleValue();
        assertThat((double) actual).isCloseTo(units, within(Math.max(1, units * PRECISION)));
    }
}
