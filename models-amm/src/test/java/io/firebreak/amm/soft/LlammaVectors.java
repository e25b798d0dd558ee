package io.firebreak.amm.soft;

import static io.firebreak.amm.JsonCases.integer;
import static io.firebreak.amm.JsonCases.integers;
import static io.firebreak.amm.soft.Grid.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.amm.JsonCases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a port of Curve's AMM.vy and Controller.vy answers (0xreviews/crvusdsim a7f919a7): A 100, fee 1 %, base price 3,000, loan
 * discount 9 %, liquidation discount 6 %. The port takes powers in floating point, so its prices hold to 10^−14 (Curve's own
 * tests allow that much), and what follows from them to 10^−9.
 */
class LlammaVectors {
    private static final Grid GRID = Grid.of(100, BigInteger.valueOf(3000).multiply(ONE));
    private static final BigInteger LOAN_DISCOUNT = percent(9);
    private static final BigInteger LIQUIDATION_DISCOUNT = percent(6);
    private static final BigInteger FEE = percent(1);
    /** Shares of a band: what the first depositor gets for each unit, and what nobody has. */
    private static final BigInteger DEAD_SHARES = BigInteger.valueOf(1000);

    private static BigInteger percent(int percent) {
        return ONE.multiply(BigInteger.valueOf(percent)).divide(BigInteger.valueOf(100));
    }

    private static Stream<DynamicTest> cases(String kind, String input, BiConsumer<JsonNode, JsonNode> check) {
        return JsonCases.of(
                "crvusd_llamma.json",
                each -> each.path("kind").asText().equals(kind)
                        && each.path("inputs").has(input),
                check);
    }

    private static void near(BigInteger actual, JsonNode expected, double relative) {
        assertThat(actual.doubleValue())
                .isCloseTo(
                        integer(expected).doubleValue(),
                        org.assertj.core.api.Assertions.within(
                                1 + relative * Math.abs(integer(expected).doubleValue())));
    }

    private static BigInteger whole(JsonNode price) {
        return new BigDecimal(price.asText()).movePointRight(18).toBigIntegerExact();
    }

    @TestFactory
    Stream<DynamicTest> grids() {
        return cases("grid", "n", (inputs, expected) -> {
            Grid grid = Grid.of(inputs.path("A").asInt(), whole(inputs.path("base")));
            int n = inputs.path("n").asInt();
            BigInteger oracle = whole(inputs.path("p_oracle"));
            near(grid.up(n), expected.path("p_oracle_up"), 1e-14);
            near(grid.down(n), expected.path("p_oracle_down"), 1e-14);
            near(grid.currentUp(n, oracle), expected.path("p_current_up"), 1e-10);
            near(grid.currentDown(n, oracle), expected.path("p_current_down"), 1e-10);
        });
    }

    @TestFactory
    Stream<DynamicTest> prices() {
        return cases("price", "p_oracle", (inputs, expected) -> {
            int n = inputs.path("n").asInt();
            BigInteger oracle = integer(inputs.path("p_oracle"));
            Band band = new Band(integer(inputs.path("x")), integer(inputs.path("y")));
            near(GRID.y0(band, oracle, GRID.up(n)), expected.path("y0"), 1e-10);
            near(GRID.price(n, band, oracle), expected.path("p"), 1e-10);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatCanBeBorrowed() {
        return JsonCases.of(
                "crvusd_llamma.json", each -> each.path("expected").has("max_borrowable"), (inputs, expected) -> {
                    Sizing sizing = new Sizing(GRID, inputs.path("N").asInt(), LOAN_DISCOUNT);
                    BigInteger oracle = integer(inputs.path("p_oracle"));
                    BigInteger collateral = integer(inputs.path("collateral"));
                    near(sizing.effective(collateral), expected.path("y_effective"), 1e-15);
                    near(sizing.highestTop(activeFor(oracle), oracle), expected.path("max_p_base"), 1e-12);
                    near(sizing.most(collateral, activeFor(oracle), oracle), expected.path("max_borrowable"), 1e-12);
                });
    }

    /** Nothing lies in the bands: the active one can be skipped to wherever the oracle is. */
    private static int activeFor(BigInteger oracle) {
        int n = 0;
        while (GRID.up(n).compareTo(oracle) < 0) {
            n--;
        }
        return n;
    }

    /** A loan as it lies in the bands, nothing else beside it. */
    private record Loan(Ladder ladder, int first, int count, BigInteger debt) {
        static Loan open(BigInteger collateral, BigInteger debt, int count, BigInteger oracle) {
            int first = new Sizing(GRID, count, LOAN_DISCOUNT)
                    .first(collateral, debt, 0, oracle)
                    .get();
            return new Loan(Ladder.EMPTY.deposited(first, count, collateral, BigInteger.ONE), first, count, debt);
        }

        /** A loan has all shares of its bands but the dead ones. */
        private BigInteger share(int n, BigInteger worth) {
            BigInteger shares = DEAD_SHARES.multiply(ladder.at(n).y());
            return worth.multiply(shares).divide(shares.add(DEAD_SHARES));
        }

        BigInteger down(BigInteger oracle) {
            BigInteger sum = BigInteger.ZERO;
            for (int n = first; n < first + count; n++) {
                sum = sum.add(share(n, GRID.worthDown(n, ladder.at(n), oracle)));
            }
            return sum;
        }

        BigInteger up(BigInteger oracle) {
            BigInteger sum = BigInteger.ZERO;
            for (int n = first; n < first + count; n++) {
                sum = sum.add(share(n, GRID.worthUp(n, ladder.at(n), oracle)));
            }
            return sum;
        }

        BigInteger collateral() {
            BigInteger sum = BigInteger.ZERO;
            for (int n = first; n < first + count; n++) {
                sum = sum.add(share(n, ladder.at(n).y().add(BigInteger.ONE)));
            }
            return sum;
        }

        BigInteger health(BigInteger oracle) {
            return down(oracle)
                    .multiply(ONE.subtract(LIQUIDATION_DISCOUNT))
                    .divide(debt)
                    .subtract(ONE);
        }

        /** With what the collateral is worth above the bands, while they are untouched. */
        BigInteger fullHealth(BigInteger oracle) {
            BigInteger above = oracle.subtract(GRID.up(first)).max(BigInteger.ZERO);
            return health(oracle).add(above.multiply(collateral()).divide(debt));
        }
    }

    @TestFactory
    Stream<DynamicTest> loans() {
        return JsonCases.of(
                "crvusd_llamma.json", each -> each.path("expected").has("userPrices"), (inputs, expected) -> {
                    BigInteger oracle = integer(inputs.path("p_oracle"));
                    int count = inputs.path("N").asInt();
                    Loan loan =
                            Loan.open(integer(inputs.path("collateral")), integer(inputs.path("debt")), count, oracle);
                    assertThat(loan.first()).isEqualTo(expected.path("n1").asInt());
                    assertThat(loan.first() + count - 1)
                            .isEqualTo(expected.path("n2").asInt());
                    BigInteger[] prices = integers(expected.path("userPrices"));
                    assertThat(GRID.up(loan.first()).doubleValue())
                            .isCloseTo(prices[0].doubleValue(), org.assertj.core.data.Percentage.withPercentage(1e-12));
                    assertThat(GRID.down(loan.first() + count - 1).doubleValue())
                            .isCloseTo(prices[1].doubleValue(), org.assertj.core.data.Percentage.withPercentage(1e-12));
                    near(loan.down(oracle), expected.path("x_down"), 1e-12);
                    near(loan.up(oracle), expected.path("y_up"), 1e-15);
                    near(loan.health(oracle), expected.path("health"), 1e-9);
                    near(loan.fullHealth(oracle), expected.path("health_full"), 1e-9);
                });
    }

    @TestFactory
    Stream<DynamicTest> oracleLimits() {
        return cases("oracle", "old", (inputs, expected) -> {
            PriceLimit old = new PriceLimit(integer(inputs.path("old")), integer(inputs.path("oldDynamicFee")), 0);
            PriceLimit limited = old.next(
                    integer(inputs.path("new")),
                    1000 * inputs.path("secondsSinceLast").asLong());
            assertThat(limited.price()).isEqualTo(integer(expected.path("limited")));
            assertThat(limited.fee()).isEqualTo(integer(expected.path("dynamicFee")));
        });
    }

    @TestFactory
    Stream<DynamicTest> quotes() {
        return cases("quote", "in", (inputs, expected) -> {
            int first = inputs.path("n1").asInt();
            int count = inputs.path("n2").asInt() - first + 1;
            BigInteger oracle = integer(inputs.path("oracle"));
            Ladder ladder = Ladder.EMPTY.deposited(first, count, integer(inputs.path("collateral")), BigInteger.ONE);
            Ladder.Traded traded = ladder.trade(GRID, true, integer(inputs.path("in")), oracle, FEE);
            near(GRID.price(ladder.active(), ladder.at(ladder.active()), oracle), expected.path("p_before"), 1e-10);
            near(traded.in(), expected.path("in_used"), 1e-9);
            near(traded.out(), expected.path("out"), 1e-9);
        });
    }

    /** An oracle that jumps below the bands while nobody trades takes the health away though nothing was sold. */
    @TestFactory
    Stream<DynamicTest> gaps() {
        return cases("liquidation", "loan", (inputs, expected) -> {
            JsonNode terms = inputs.path("loan");
            Loan loan = new Loan(
                    Ladder.EMPTY.deposited(
                            terms.path("n1").asInt(),
                            terms.path("N").asInt(),
                            integer(terms.path("collateral")),
                            BigInteger.ONE),
                    terms.path("n1").asInt(),
                    terms.path("N").asInt(),
                    integer(terms.path("debt")));
            for (int i = 0; i < inputs.path("oracle").size(); i++) {
                BigInteger oracle = whole(inputs.path("oracle").path(i));
                near(loan.health(oracle), expected.path("health").path(i), 1e-9);
                near(loan.fullHealth(oracle), expected.path("health_full").path(i), 1e-9);
            }
            near(loan.collateral(), expected.path("xy").path(1), 1e-15);
            near(loan.debt(), expected.path("tokensToLiquidate"), 0);
            near(loan.debt().shiftRight(1), expected.path("tokensToLiquidateHalf"), 0);
            assertThat(Sizing.removed(percent(50), LIQUIDATION_DISCOUNT))
                    .isEqualTo(integer(expected.path("f_remove(0.5)")));
        });
    }

    /** Half of the debt of that loan repaid, at the second of its oracle prices: what is left, and how it stands. */
    @TestFactory
    Stream<DynamicTest> partialLiquidations() {
        return cases("liquidation", "frac", (inputs, expected) -> {
            BigInteger collateral = BigInteger.TEN.multiply(ONE);
            BigInteger debt = BigInteger.valueOf(25_000).multiply(ONE);
            BigInteger fraction = integer(inputs.path("frac"));
            BigInteger taken = collateral
                    .multiply(Sizing.removed(fraction, LIQUIDATION_DISCOUNT))
                    .divide(ONE);
            BigInteger repaid = debt.multiply(fraction).divide(ONE);
            assertThat(repaid).isEqualTo(integer(expected.path("debtRepaid")));
            near(taken, expected.path("collateralReceived"), 1e-15);
            Loan left = new Loan(
                    Ladder.EMPTY.deposited(3, 10, collateral.subtract(taken), BigInteger.ONE),
                    3,
                    10,
                    debt.subtract(repaid));
            assertThat(left.debt()).isEqualTo(integer(expected.path("debtLeft")));
            near(left.collateral(), expected.path("xyLeft").path(1), 1e-15);
            near(left.fullHealth(BigInteger.valueOf(2300).multiply(ONE)), expected.path("health_full"), 1e-9);
        });
    }
}
