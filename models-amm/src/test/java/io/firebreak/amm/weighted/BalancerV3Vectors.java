package io.firebreak.amm.weighted;

import static io.firebreak.amm.JsonCases.integer;
import static io.firebreak.amm.JsonCases.integers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.amm.JsonCases;
import io.firebreak.amm.pool.FineCurve;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.vavr.collection.Array;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Balancer's vault answered on chain, to the last digit, and shares for a deposit to one of 10^18 in a share (balancer/balancer-maths 63436f4e, testData): amounts are brought
 * to 18 decimals and token rates as the vault does it, and back against who trades.
 */
class BalancerV3Vectors {
    private static final JsonNode FILE = JsonCases.file("balancer_v3.json");

    /** A pool of the file. */
    private record Chain(JsonNode pool) {
        static Chain of(JsonNode inputs) {
            return new Chain(FILE.path("pools").path(inputs.path("pool").asText()));
        }

        BigInteger[] balances() {
            return integers(pool.path("balancesLiveScaled18"));
        }

        BigInteger supply() {
            return integer(pool.path("totalSupply"));
        }

        Vault vault() {
            Curve curve = pool.has("weights")
                    ? new WeightedCurve(Array.of(integers(pool.path("weights"))))
                    : new StableCurve(integer(pool.path("amp")));
            JsonNode hook = pool.path("hook").path("dynamicData");
            return new Vault(
                    curve,
                    integer(pool.path("swapFee")),
                    Option.when(
                            hook.has("surgeThresholdPercentage"),
                            () -> new Surge(
                                    ratio(hook.path("surgeThresholdPercentage")),
                                    ratio(hook.path("maxSurgeFeePercentage")))));
        }

        private static Ratio ratio(JsonNode wad) {
            return new Ratio(Decimal.of(new BigDecimal(wad.asText()).movePointLeft(18)));
        }

        private BigInteger factor(int at) {
            return integer(pool.path("scalingFactors").path(at));
        }

        private BigInteger rate(int at, boolean up) {
            BigInteger rate = integer(pool.path("tokenRates").path(at));
            return up && rate.remainder(Fixed.ONE).signum() != 0 ? rate.add(BigInteger.ONE) : rate;
        }

        BigInteger paidIn(BigInteger raw, int at) {
            return Fixed.mulDown(raw.multiply(factor(at)), rate(at, false));
        }

        BigInteger askedOut(BigInteger raw, int at, boolean rateUp) {
            return Fixed.mulUp(raw.multiply(factor(at)), rate(at, rateUp));
        }

        BigInteger rawIn(BigInteger scaled, int at) {
            return Fixed.divUp(scaled, factor(at).multiply(rate(at, false)));
        }

        BigInteger rawOut(BigInteger scaled, int at, boolean rateUp) {
            return Fixed.divDown(scaled, factor(at).multiply(rate(at, rateUp)));
        }
    }

    private static Stream<DynamicTest> cases(String kind, Check check) {
        return JsonCases.of(
                "balancer_v3.json",
                each -> each.path("kind").asText().equals(kind),
                (inputs, expected) -> check.compare(Chain.of(inputs), inputs, expected));
    }

    private interface Check {
        void compare(Chain pool, JsonNode inputs, JsonNode expected);
    }

    private static int single(JsonNode amounts) {
        BigInteger[] each = integers(amounts);
        for (int at = 0; at < each.length; at++) {
            if (each[at].signum() != 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("no amount in " + Arrays.toString(each));
    }

    @TestFactory
    Stream<DynamicTest> swaps() {
        return cases("swap", (pool, inputs, expected) -> {
            int give = inputs.path("in_index").asInt();
            int get = inputs.path("out_index").asInt();
            BigInteger amount = integer(inputs.path("amountRaw"));
            BigInteger result = inputs.path("swapKind").asInt() == 0
                    ? pool.rawOut(
                            pool.vault()
                                    .swap(pool.balances(), give, pool.paidIn(amount, give), get)
                                    .out(),
                            get,
                            true)
                    : pool.rawIn(
                            pool.vault()
                                    .swapFor(pool.balances(), give, pool.askedOut(amount, get, true), get)
                                    .out(),
                            give);
            assertThat(result).isEqualTo(integer(expected.path("resultRaw")));
        });
    }

    @TestFactory
    Stream<DynamicTest> deposits() {
        return cases("add", (pool, inputs, expected) -> {
            BigInteger[] raw = integers(inputs.path("inputAmountsRaw"));
            BigInteger shares = integer(expected.path("bptOutRaw"));
            if (inputs.path("kind").asText().equals("SingleToken")) {
                int give = single(inputs.path("inputAmountsRaw"));
                FineCurve.Paid paid = pool.vault().depositOneFor(pool.balances(), give, shares, pool.supply());
                assertThat(pool.rawIn(paid.out(), give)).isEqualTo(raw[give]);
            } else {
                BigInteger[] amounts = new BigInteger[raw.length];
                for (int at = 0; at < raw.length; at++) {
                    amounts[at] = pool.paidIn(raw[at], at);
                }
                assertThat(pool.vault()
                                .deposit(pool.balances(), amounts, pool.supply())
                                .shares())
                        .isCloseTo(shares, within(BigInteger.ONE));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withdrawals() {
        return cases("remove", (pool, inputs, expected) -> {
            switch (inputs.path("kind").asText()) {
                case "Proportional" -> {
                    BigInteger[] amounts = integers(expected.path("amountsOutRaw"));
                    for (int at = 0; at < amounts.length; at++) {
                        BigInteger part = pool.balances()[at]
                                .multiply(integer(inputs.path("bptInRaw")))
                                .divide(pool.supply());
                        assertThat(pool.rawOut(part, at, false)).isEqualTo(amounts[at]);
                    }
                }
                case "SingleTokenExactIn" -> {
                    int get = single(expected.path("amountsOutRaw"));
                    BigInteger out = pool.vault()
                            .withdrawOne(pool.balances(), integer(inputs.path("bptInRaw")), pool.supply(), get)
                            .out();
                    assertThat(pool.rawOut(out, get, false))
                            .isEqualTo(integer(expected.path("amountsOutRaw").path(get)));
                }
                default -> {
                    int get = single(inputs.path("amountsOutRaw"));
                    BigInteger out =
                            pool.askedOut(integer(inputs.path("amountsOutRaw").path(get)), get, false);
                    assertThat(pool.vault()
                                    .withdrawOneFor(pool.balances(), get, out, pool.supply())
                                    .out())
                            .isEqualTo(integer(expected.path("bptInRaw")));
                }
            }
        });
    }
}
