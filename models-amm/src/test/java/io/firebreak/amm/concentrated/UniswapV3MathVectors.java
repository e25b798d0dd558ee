package io.firebreak.amm.concentrated;

import static io.firebreak.amm.concentrated.UniswapV3Cases.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Prices, amounts and steps to the last digit: Uniswap/v3-core d8b1c635, test/TickMath.spec.ts, SqrtPriceMath.spec.ts and
 * SwapMath.spec.ts.
 */
class UniswapV3MathVectors {
    private static final JsonNode FILE = UniswapV3Cases.file("uniswap_v3_math.json");

    @TestFactory
    Stream<DynamicTest> cases() {
        return UniswapV3Cases.tests(UniswapV3Cases.cases(FILE), UniswapV3MathVectors::check);
    }

    private static void check(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        if (expected.has("reverts")) {
            assertThatThrownBy(() -> answer(vector.path("kind").asText(), in, expected))
                    .isInstanceOfAny(ArithmeticException.class, IllegalArgumentException.class);
        } else {
            answer(vector.path("kind").asText(), in, expected);
        }
    }

    private static void answer(String kind, JsonNode in, JsonNode expected) {
        switch (kind) {
            case "tick_to_sqrt" -> equal(TickMath.sqrtPriceAt(in.path("tick").asInt()), expected, "sqrtPriceX96");
            case "sqrt_to_tick" ->
                equal(BigInteger.valueOf(TickMath.tickAt(number(in.path("sqrtPriceX96")))), expected, "tick");
            case "next_price_in" ->
                equal(
                        SqrtPriceMath.afterInput(
                                number(in.path("sqrtPriceX96")),
                                number(in.path("liquidity")),
                                number(in.path("amountIn")),
                                in.path("zeroForOne").asBoolean()),
                        expected,
                        "sqrtPriceX96");
            case "next_price_out" ->
                equal(
                        SqrtPriceMath.afterOutput(
                                number(in.path("sqrtPriceX96")),
                                number(in.path("liquidity")),
                                number(in.path("amountOut")),
                                !in.path("zeroForOne").asBoolean()),
                        expected,
                        "sqrtPriceX96");
            case "amount_delta" -> amounts(in, expected);
            case "swap_step" -> step(in, expected);
            default -> throw new AssertionError("a kind of case that is not understood: " + kind);
        }
    }

    private static void amounts(JsonNode in, JsonNode expected) {
        BigInteger one = number(in.path("sqrtA"));
        BigInteger other = number(in.path("sqrtB"));
        BigInteger liquidity = number(in.path("liquidity"));
        boolean up = in.path("roundUp").asBoolean();
        if (expected.has("amount0")) {
            equal(SqrtPriceMath.amountA(one, other, liquidity, up), expected, "amount0");
            equal(SqrtPriceMath.amountA(other, one, liquidity, up), expected, "amount0");
        }
        if (expected.has("amount1")) {
            equal(SqrtPriceMath.amountB(one, other, liquidity, up), expected, "amount1");
            equal(SqrtPriceMath.amountB(other, one, liquidity, up), expected, "amount1");
        }
        assertThat(expected.size()).isEqualTo(1);
    }

    private static void step(JsonNode in, JsonNode expected) {
        SwapStep step = SwapStep.of(
                number(in.path("sqrtPriceX96")),
                number(in.path("targetX96")),
                number(in.path("liquidity")),
                number(in.path("amountRemaining")),
                in.path("feePips").asInt());
        equal(step.next(), expected, "sqrtNextX96");
        equal(step.in(), expected, "amountIn");
        equal(step.out(), expected, "amountOut");
        equal(step.fee(), expected, "feeAmount");
    }

    private static void equal(BigInteger actual, JsonNode expected, String key) {
        assertThat(expected.has(key)).as("%s is stated", key).isTrue();
        assertThat(actual).as(key).isEqualTo(number(expected.path(key)));
    }
}
