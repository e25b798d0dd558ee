package io.firebreak.amm.concentrated;

import static io.firebreak.amm.concentrated.UniswapV3Cases.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Swaps in fifteen pools, to the base unit: Uniswap/v3-core d8b1c635, test/UniswapV3Pool.swaps.spec.ts. */
class UniswapV3SwapVectors {
    private static final JsonNode FILE = UniswapV3Cases.file("uniswap_v3_pool_swaps.json");

    @TestFactory
    Stream<DynamicTest> cases() {
        return UniswapV3Cases.tests(UniswapV3Cases.cases(FILE), UniswapV3SwapVectors::check);
    }

    private static void check(JsonNode vector) {
        JsonNode in = vector.path("inputs");
        JsonNode expected = vector.path("expected");
        JsonNode pool = FILE.path("pools").path(in.path("pool").asText());
        Curve curve = Curve.at(
                number(pool.path("initial_sqrtPriceX96")),
                pool.path("fee_pips").asInt(),
                pool.path("tick_spacing").asInt());
        BigInteger a = BigInteger.ZERO;
        BigInteger b = BigInteger.ZERO;
        for (JsonNode position : pool.path("positions")) {
            int lower = position.path("tickLower").asInt();
            int upper = position.path("tickUpper").asInt();
            BigInteger liquidity = number(position.path("liquidity"));
            Curve.Amounts paid = curve.amounts(lower, upper, liquidity, true);
            a = a.add(paid.a());
            b = b.add(paid.b());
            curve = curve.provided(lower, upper, liquidity);
        }
        boolean reverts = expected.has("reverts");
        equal(a, expected, reverts ? "poolBalance0" : "amount0Before");
        equal(b, expected, reverts ? "poolBalance1" : "amount1Before");
        equal(BigInteger.valueOf(curve.tick()), expected, "tickBefore");
        price(curve, expected, "poolPriceBefore");
        swap(curve, in, expected);
    }

    private static void swap(Curve curve, JsonNode in, JsonNode expected) {
        boolean sellsA = in.path("zeroForOne").asBoolean();
        BigInteger amount = number(in.path("amountSpecified"));
        BigInteger limit = in.path("sqrtPriceLimitX96").isNull()
                ? sellsA
                        ? TickMath.MIN_SQRT_PRICE.add(BigInteger.ONE)
                        : TickMath.MAX_SQRT_PRICE.subtract(BigInteger.ONE)
                : number(in.path("sqrtPriceLimitX96"));
        if (expected.has("reverts")) {
            assertThatThrownBy(() -> curve.swap(sellsA, amount, limit)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Curve.Swapped swapped = curve.swap(sellsA, amount, limit);
        equal(sellsA ? swapped.in() : swapped.out().negate(), expected, "amount0Delta");
        equal(sellsA ? swapped.out().negate() : swapped.in(), expected, "amount1Delta");
        Fees earned = swapped.curve().fees().minus(curve.fees());
        equal(earned.a(), expected, "feeGrowthGlobal0X128Delta");
        equal(earned.b(), expected, "feeGrowthGlobal1X128Delta");
        equal(BigInteger.valueOf(swapped.curve().tick()), expected, "tickAfter");
        price(swapped.curve(), expected, "poolPriceAfter");
    }

    /** To the five digits that the source prints. */
    private static void price(Curve curve, JsonNode expected, String key) {
        BigDecimal root = new BigDecimal(curve.sqrtPrice());
        BigDecimal price = root.multiply(root)
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(192)), new MathContext(5, RoundingMode.HALF_UP));
        assertThat(price).as(key).isEqualByComparingTo(expected.path(key).asText());
    }

    private static void equal(BigInteger actual, JsonNode expected, String key) {
        assertThat(actual).as(key).isEqualTo(number(expected.path(key)));
    }
}
