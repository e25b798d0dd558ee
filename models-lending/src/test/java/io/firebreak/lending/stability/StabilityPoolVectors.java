package io.firebreak.lending.stability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.lending.MakerCases;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Liquity's stability pool by the numbers of its own tests (liquity/dev b9dcdbd3, StabilityPool_SPWithdrawalTest.js, the
 * version of April 2021), at its own 18 decimals: no case is exempt. What the pool does not pay goes to the other accounts in
 * proportion to their collateral, as a liquidation there says.
 */
class StabilityPoolVectors {
    private static final BigInteger FINDERS_PART = BigInteger.valueOf(200);

    private final Map<String, BigInteger[]> troves = new TreeMap<>();
    private final Map<String, ProductSum.Deposit> deposits = new TreeMap<>();
    private final Map<String, BigInteger> measured = new TreeMap<>();
    private ProductSum sums = ProductSum.EMPTY;

    @TestFactory
    Stream<DynamicTest> cases() {
        return MakerCases.all("liquity_stability_pool_v1_mainnet.json")
                .map(each -> DynamicTest.dynamicTest(
                        each.path("name").asText(), () -> new StabilityPoolVectors().check(each)));
    }

    private void check(JsonNode vector) {
        JsonNode steps = vector.path("inputs").path("steps");
        for (int done = 0; done <= steps.size(); done++) {
            if (done > 0) {
                step(steps.get(done - 1));
            }
            for (JsonNode each : vector.path("expected").path("asserts")) {
                if (each.path("after_step").asInt() == done) {
                    String quantity = each.path("quantity").asText();
                    BigInteger off = measure(quantity).subtract(number(each.path("expected")));
                    assertThat(off.abs())
                            .as(quantity + " after step " + done)
                            .isLessThanOrEqualTo(number(each.path("abs_tolerance")));
                }
            }
        }
    }

    private void step(JsonNode step) {
        String who = step.path("who").asText();
        switch (step.path("op").asText()) {
            case "open_trove" -> troves.put(who, new BigInteger[] {number(step.path("coll")), debt(step)});
            case "provide" -> change(who, number(step.path("amount")));
            case "withdraw" -> {
                BigInteger left = sums.left(deposits.get(who));
                change(who, left.min(number(step.path("amount"))).negate());
            }
            case "liquidate" -> liquidate(troves.remove(who));
            case "price" -> assertThat(number(step.path("value"))).isPositive();
            default -> throw new AssertionError("not understood: " + step);
        }
    }

    /** What is drawn, the fee of .5 % on it, and the gas reserve of 200: the debt that the test aims at, rounded down. */
    private static BigInteger debt(JsonNode step) {
        BigInteger reserve = BigInteger.TEN.pow(18).multiply(FINDERS_PART);
        BigInteger net = step.has("net_amount")
                ? number(step.path("net_amount"))
                : number(step.path("total_debt_requested"))
                        .subtract(reserve)
                        .multiply(BigInteger.valueOf(1000))
                        .divide(BigInteger.valueOf(1005));
        BigInteger debt = net.add(net.divide(FINDERS_PART)).add(reserve);
        if (step.has("total_debt_actual")) {
            assertThat(debt).isEqualTo(number(step.path("total_debt_actual")));
        }
        return debt;
    }

    private void change(String who, BigInteger units) {
        ProductSum.Deposit before = deposits.getOrDefault(who, sums.deposit(BigInteger.ZERO));
        add(who + ".eth_withdrawn", sums.gained(before));
        if (units.signum() < 0) {
            add(who + ".lusd", units.negate());
        }
        BigInteger after = sums.left(before).add(units);
        sums = sums.with(units);
        deposits.put(who, sums.deposit(after));
    }

    private void add(String quantity, BigInteger units) {
        measured.merge(quantity, units, BigInteger::add);
    }

    private void liquidate(BigInteger[] trove) {
        BigInteger collateral = trove[0].subtract(trove[0].divide(FINDERS_PART));
        BigInteger offset = trove[1].min(sums.total());
        BigInteger received = collateral.multiply(offset).divide(trove[1]);
        if (offset.signum() > 0) {
            sums = sums.pay(offset, received);
        }
        BigInteger whole = troves.values().stream().map(each -> each[0]).reduce(BigInteger.ZERO, BigInteger::add);
        for (BigInteger[] other : troves.values()) {
            BigInteger held = other[0];
            other[0] = held.add(collateral.subtract(received).multiply(held).divide(whole));
            other[1] = other[1].add(trove[1].subtract(offset).multiply(held).divide(whole));
        }
    }

    private BigInteger measure(String quantity) {
        if (quantity.equals("P") || quantity.startsWith("P_")) {
            return sums.product();
        }
        if (quantity.equals("currentScale") || quantity.startsWith("scale_")) {
            return BigInteger.valueOf(sums.place().scale());
        }
        if (quantity.equals("finalEpoch") || quantity.startsWith("epoch_")) {
            return BigInteger.valueOf(sums.place().epoch());
        }
        return measured.getOrDefault(quantity, BigInteger.ZERO);
    }

    private static BigInteger number(JsonNode node) {
        return new BigInteger(node.asText());
    }
}
