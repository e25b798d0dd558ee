package io.firebreak.lending.trove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.MakerCases;
import io.firebreak.lending.Stage;
import io.vavr.collection.List;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Liquity's fees, recovery mode and redistribution by the numbers of its own tests (liquity/dev b9dcdbd3,
 * FeeArithmeticTest.js, TroveManager_RecoveryModeTest.js, TroveManager_LiquidationRewardsTest.js).
 *
 * <p>Times and powers are recomputed from each case. The four cases of comments, which say in words what happens, are played
 * through the engine.
 */
class LiquityVectors {
    private static final String FILE = "liquity_fees_recovery.json";
    private static final double UNIT = 1e-6;
    private static final VenueRef LIQUITY = new VenueRef("liquity");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> minutes() {
        return MakerCases.of(FILE, "minutes", each -> assertThat(
                        BaseRate.minutes(each.path("inputs").path("seconds").asLong() * 1000))
                .isEqualTo(each.path("expected").path("minutes").asLong()));
    }

    /** The source's own tests allow 10⁻¹⁴. */
    @TestFactory
    Stream<DynamicTest> powers() {
        return MakerCases.of(FILE, "decPow", each -> {
            JsonNode in = each.path("inputs");
            BigInteger power = BaseRate.power(
                    new BigInteger(in.path("base").asText()),
                    in.path("exponent").asLong());
            JsonNode expected = each.path("expected");
            assertThat(power.subtract(new BigInteger(expected.path("result").asText()))
                            .abs())
                    .isLessThanOrEqualTo(BigInteger.valueOf(10_000));
            if (expected.has("recomputed_exact")) {
                assertThat(power).isEqualTo(expected.path("recomputed_exact").asText());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> played() {
        return MakerCases.all(FILE)
                .filter(each -> !each.path("kind").asText().equals("minutes")
                        && !each.path("kind").asText().equals("decPow"))
                .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> play(each)));
    }

    private void play(JsonNode each) throws IOException {
        JsonNode in = each.path("inputs");
        JsonNode expected = each.path("expected");
        if (in.has("pool_available")) {
            partly(in, expected);
        } else if (in.has("pool")) {
            capped(in, expected);
        } else if (in.has("each_coll")) {
            rewarded();
        } else if (expected.has("F_total")) {
            survives();
        } else {
            throw new AssertionError("not understood: " + in);
        }
    }

    private static final String WORLD =
            """
            scenario: liquity
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:10:00Z, block-time: 1 min }
            assets:
              ETH: { decimals: 9 }
              LUSD: { decimals: 6 }
            outside-markets:
              ETH: { path: { scripted: { start: 100, points: [ { at: 0 min, price: 100 } %s ], straight: false } } }
              LUSD: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              liquity:
                trove: { collateral: ETH, debt: LUSD, oracle: eth, least-fee: 0%% }
                accounts:
                  - group:
            %s
                liquidation: { offset: { %s } }
                losses: [ redistribute ]
                seed: { treasury: [ %s LUSD ] }
              pool:
                stability-pool: { venue: liquity, debt: LUSD, collateral: ETH }
            wallets:
              ann: [ %s LUSD ]
              zoe: [ 1 LUSD ]
              c: [ 10 ETH ]
              d: [ 10 ETH ]
              e: [ 10 ETH ]
              f: [ 10 ETH ]
            """;

    private Stage stage(String falls, String pool, long reserves, String... troves) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < troves.length; i++) {
            rows.append("        - { account: ")
                    .append((char) ('a' + i))
                    .append(", holdings: [ ")
                    .append(troves[i])
                    .append(" ] }\n");
        }
        return Stage.of(folder, WORLD.formatted(falls, rows, reserves > 0 ? "reward: 200 LUSD" : "", reserves, pool));
    }

    private static void deposit(Stage stage, String who, long ether) {
        Quantity units = Quantity.of(ether * 1_000_000_000);
        stage.does(who, new Action.Deposit(LIQUITY, stage.asset("ETH"), units));
    }

    private static void deposit(Stage stage) {
        stage.does("ann", new Action.Provide(new VenueRef("pool"), List.of(Quantity.all())));
    }

    /** A pool of 390 takes its part, the others the rest by their stakes, in recovery mode. */
    private void partly(JsonNode in, JsonNode expected) throws IOException {
        assertThat(in.path("price").asText()).isEqualTo("100");
        String trove =
                in.path("coll_ETH").asText() + " ETH, -" + in.path("debt_LUSD").asText() + " LUSD";
        Stage stage = stage("", in.path("pool_available").asText(), 0, "3 ETH, -210 LUSD", "3 ETH, -210 LUSD", trove);
        deposit(stage);
        stage.kick("zoe", "liquity", "liquity/c");
        double others = 6;
        double paid = expected.path("eth_to_pool").asDouble();
        assertThat(stage.has("pool/deposits", "ETH")).isCloseTo(paid, within(UNIT));
        assertThat(stage.has("pool/deposits", "LUSD")).isZero();
        stage.next();
        for (String other : new String[] {"liquity/a", "liquity/b"}) {
            assertThat(stage.holds(other, "ETH"))
                    .isCloseTo(3 + 3 * expected.path("coll_redistributed").asDouble() / others, within(UNIT));
            assertThat(stage.holds(other, "LUSD"))
                    .isCloseTo(-210 - 3 * expected.path("debt_redistributed").asDouble() / others, within(3 * UNIT));
        }
        stage.ends();
    }

    /** Between the minimum ratio and that of all, what is taken is worth 110 % of the debt, and the pool must pay all of it. */
    private void capped(JsonNode in, JsonNode expected) throws IOException {
        String debt = in.path("debt").asText();
        String pool = in.path("pool").asText();
        Stage stage = stage("", pool, 0, "30 ETH, -2200 LUSD", "3 ETH, -" + debt + " LUSD");
        deposit(stage);
        stage.next();
        stage.kick("zoe", "liquity", "liquity/b");
        assertThat(stage.has("pool/deposits", "LUSD"))
                .isCloseTo(expected.path("pool_after").asDouble(), within(UNIT));
        assertThat(stage.has("pool/deposits", "ETH")).isCloseTo(2.75 * 0.995, within(UNIT));
        assertThat(stage.holds("liquity/b", "ETH")).as("the surplus").isCloseTo(3 - 2.75, within(UNIT));
        assertThat(stage.holds("liquity/b", "LUSD")).isZero();
        stage.ends();
    }

    /** The rule that comes with the cases: in recovery mode the pool takes nothing that is worth no more than it owes. */
    @Test
    void whoeverIsUnderWaterIsOfferedOutsideRecoveryModeAlone() throws IOException {
        Stage recovery = stage("", "390", 0, "3 ETH, -210 LUSD", "2 ETH, -210 LUSD");
        deposit(recovery);
        recovery.kick("zoe", "liquity", "liquity/b");
        recovery.next();
        assertThat(recovery.has("pool/deposits", "LUSD")).isCloseTo(390, within(UNIT));
        assertThat(recovery.holds("liquity/a", "ETH")).isCloseTo(3 + 1.99, within(UNIT));
        recovery.ends();
        Stage usual = stage("", "390", 0, "30 ETH, -210 LUSD", "2 ETH, -210 LUSD");
        deposit(usual);
        usual.kick("zoe", "liquity", "liquity/b");
        assertThat(usual.has("pool/deposits", "LUSD")).isCloseTo(180, within(UNIT));
        assertThat(usual.has("pool/deposits", "ETH")).isCloseTo(1.99, within(UNIT));
        usual.ends();
    }

    /** B goes to A alone; then C and D come, and D goes to both by what they hold by then. */
    private void rewarded() throws IOException {
        Stage stage = stage(", { at: 4 min, price: 85 }", "0", 0, "2 ETH, -20 LUSD", "1 ETH, -95 LUSD");
        stage.kick("zoe", "liquity", "liquity/b");
        stage.next();
        deposit(stage, "c", 2);
        deposit(stage, "d", 1);
        stage.does("d", new Action.Borrow(LIQUITY, stage.asset("LUSD"), Quantity.of(80_000_000)));
        stage.next().next().next().next().kick("zoe", "liquity", "liquity/d");
        stage.next();
        assertThat(stage.holds("liquity/a", "ETH")).isCloseTo(2 + 0.995 + 2.995 / 4.995 * 0.995, within(UNIT));
        assertThat(stage.holds("liquity/c", "ETH")).isCloseTo(2 + 2 / 4.995 * 0.995, within(UNIT));
        stage.ends();
    }

    /** Each has the next as its only heir, until the price has fallen far enough for it, too. */
    private void survives() throws IOException {
        String falls = ", { at: 3 min, price: 69 }, { at: 5 min, price: 52 }, { at: 7 min, price: 42 }";
        Stage stage = stage(falls, "0", 1000, "10 ETH, -950 LUSD", "10 ETH, -950 LUSD");
        stage.kick("zoe", "liquity", "liquity/a");
        String[] others = {"b", "c", "d", "e", "f"};
        for (int next = 1; next < others.length; next++) {
            stage.next();
            deposit(stage, others[next], 10);
            stage.next();
            stage.kick("zoe", "liquity", "liquity/" + others[next - 1]);
        }
        stage.next();
        double survivor = 1;
        for (int times = 1; times <= 5; times++) {
            survivor += StrictMath.pow(0.995, times);
        }
        assertThat(stage.holds("liquity/f", "ETH")).isCloseTo(10 * survivor, within(UNIT));
        assertThat(stage.holds("liquity/f", "LUSD")).isCloseTo(-1900, within(10 * UNIT));
        assertThat(stage.has("zoe", "LUSD")).as("with the gas reserves").isCloseTo(1 + 5 * 200, within(UNIT));
        stage.ends();
    }
}
