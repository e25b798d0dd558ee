package io.firebreak.amm.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.amm.JsonCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of Uniswap's documentation (Uniswap/docs, Understanding Returns), and of the formula 2√r ÷ (1 + r) − 1. */
class ImpermanentLossTest {
    private static ShownRun<ImpermanentLoss.State> run() {
        return new ShownRun<>(new ImpermanentLoss(ShownRun.POOL));
    }

    private static double lossAt(double ratio) {
        return run().frictionless(1e6, 100).frictionless(1e6, 100 * ratio).value();
    }

    @ParameterizedTest(name = "{0} times the price: {1} %")
    @CsvSource({"4, 20", "2, 5.719096", "1.25, 0.619201"})
    void dependsOnThePricesRatio(double ratio, double percent) {
        assertThat(100 * lossAt(ratio)).isCloseTo(percent, within(5e-7));
    }

    @TestFactory
    Stream<DynamicTest> asUniswapSays() {
        return JsonCases.of("amm_il_lvr.json", each -> each.path("inputs").has("priceRatio"), (inputs, expected) -> {
            double ratio = Double.parseDouble(inputs.path("priceRatio").asText());
            double exact = Double.parseDouble(expected.path("exactLoss").asText());
            assertThat(lossAt(ratio)).isCloseTo(exact, within(1e-9));
            assertThat(lossAt(1 / ratio)).isCloseTo(exact, within(1e-9));
            assertThat(100 * lossAt(ratio))
                    .isCloseTo(
                            Double.parseDouble(
                                    expected.path("lossPercentPrinted").asText()),
                            within(0.06));
        });
    }

    /** The documentation's worked example, with the exact numbers that it rounds. */
    @TestFactory
    Stream<DynamicTest> asItsExampleGoes() {
        return JsonCases.of("amm_il_lvr.json", each -> each.path("inputs").has("poolEth"), (inputs, expected) -> {
            double ether = inputs.path("poolEth").asDouble();
            double money = inputs.path("poolDai").asDouble();
            double share = Double.parseDouble(inputs.path("share").asText());
            double price = inputs.path("newPrice").asDouble();
            double etherLeft = exact(expected.path("ethPool"));
            double moneyLeft = exact(expected.path("daiPool"));
            assertThat(etherLeft * moneyLeft).isCloseTo(ether * money, offset(10.0));
            double hold = share * (ether * price + money);
            assertThat(hold).isCloseTo(exact(expected.path("hold")), within(1e-9));
            assertThat(share * (etherLeft * price + moneyLeft)).isCloseTo(exact(expected.path("value")), within(1e-3));
            double loss = run().block(ether, money, money / ether)
                    .block(etherLeft, moneyLeft, price)
                    .value();
            assertThat(loss * hold).isCloseTo(exact(expected.path("missed")), within(1e-3));
        });
    }

    /** {@code 817 (816.4966)}: what stands in brackets, where something does. */
    private static double exact(JsonNode text) {
        String all = text.asText();
        int at = all.indexOf('(');
        return Double.parseDouble(at < 0 ? all : all.substring(at + 1, all.indexOf(')')));
    }

    @Test
    void vanishesWhereThePriceComesBack() {
        assertThat(run().frictionless(1e6, 100)
                        .frictionless(1e6, 250)
                        .frictionless(1e6, 100)
                        .value())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void isAGainWhereFeesWereEarned() {
        assertThat(run().block(100, 10_000, 100).block(101, 10_100, 100).value())
                .isCloseTo(-0.01, within(1e-12));
    }

    @Test
    void isNotDefinedWithoutAPool() {
        assertThat(run().value()).isNaN();
    }
}
