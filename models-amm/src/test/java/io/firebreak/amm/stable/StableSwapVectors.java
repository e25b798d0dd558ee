package io.firebreak.amm.stable;

import static io.firebreak.amm.JsonCases.integer;
import static io.firebreak.amm.JsonCases.integers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.amm.JsonCases;
import io.firebreak.amm.pool.FineCurve;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The curve at the protocol's own 18 decimals, to the last digit: Saddle's tests (saddle-finance/saddle-contract 2cfdd055,
 * test/swap.ts: A 50, fee 0.1 %) and Curve's of D far from balance (curvefi/stableswap-ng 2abe778f,
 * tests/token/test_get_D.py).
 */
class StableSwapVectors {
    private static final BigInteger ONE = BigInteger.TEN.pow(18);
    private static final StableCurve SADDLE = new StableCurve(BigInteger.valueOf(5000), BigInteger.valueOf(10_000_000));

    /** The pool after the imbalanced deposit, to which the cases of its shares refer. */
    private static final BigInteger[] JOINED = {
        new BigInteger("3000000000000000000"), new BigInteger("1010000000000000000")
    };

    private static final BigInteger JOINED_SHARES = new BigInteger("3996275270169644725");

    private static Stream<DynamicTest> cases(String input, String expected, Check check) {
        return JsonCases.of(
                "stableswap.json",
                each -> each.path("inputs").has(input) && each.path("expected").has(expected),
                check::compare);
    }

    private interface Check {
        void compare(JsonNode inputs, JsonNode expected);
    }

    @TestFactory
    Stream<DynamicTest> deposits() {
        return cases("amounts", "lp_minted", (inputs, expected) -> {
            BigInteger[] balances = integers(inputs.path("balances"));
            FineCurve.Liquidity liquidity =
                    SADDLE.deposit(balances, integers(inputs.path("amounts")), SADDLE.invariant(balances));
            assertThat(liquidity.shares()).isEqualTo(integer(expected.path("lp_minted")));
        });
    }

    @TestFactory
    Stream<DynamicTest> proportionalWithdrawals() {
        return cases("lp", "amounts", (inputs, expected) -> {
            BigInteger[] amounts = integers(expected.path("amounts"));
            for (int i = 0; i < amounts.length; i++) {
                assertThat(integer(inputs.path("lp")).multiply(JOINED[i]).divide(JOINED_SHARES))
                        .isEqualTo(amounts[i]);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withdrawalsOfOneAsset() {
        return cases("lp", "dy", (inputs, expected) -> assertThat(SADDLE.withdrawOne(
                                JOINED,
                                integer(inputs.path("lp")),
                                JOINED_SHARES,
                                inputs.path("i").asInt())
                        .out())
                .isEqualTo(integer(expected.path("dy"))));
    }

    /** Fees make each share worth more. */
    @TestFactory
    Stream<DynamicTest> virtualPrices() {
        return cases("withdraw", "after_1", (inputs, expected) -> {
            BigInteger three = ONE.multiply(BigInteger.valueOf(3));
            BigInteger[] balances = {three, three};
            BigInteger supply = SADDLE.invariant(balances);
            int number = 1;
            for (JsonNode withdrawal : inputs.path("withdraw")) {
                BigInteger[] amounts = integers(withdrawal);
                supply = supply.subtract(
                        SADDLE.withdraw(balances, amounts, supply).shares());
                balances = new BigInteger[] {balances[0].subtract(amounts[0]), balances[1].subtract(amounts[1])};
                assertThat(SADDLE.invariant(balances).multiply(ONE).divide(supply))
                        .isEqualTo(integer(expected.path("after_" + number++)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> invariants() {
        return cases("xp", "D", (inputs, expected) -> assertThat(
                        new StableCurve(integer(inputs.path("amp_with_precision_100")), BigInteger.ZERO)
                                .invariant(integers(inputs.path("xp"))))
                .isEqualTo(integer(expected.path("D"))));
    }
}
