package io.firebreak.lending.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.liquidation.DrawsByAccount;
import io.firebreak.api.liquidation.SparesContracts;
import io.firebreak.api.liquidation.StatesBonus;
import io.firebreak.api.metric.Event;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.core.engine.RunResult;
import io.firebreak.lending.Runs;
import io.firebreak.lending.spread.FixedSpread;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that wait, in runs of the engine: loans of 1 ETH that fall below their threshold of 80 % in the first minute. */
class WaitingTest {
    private static final String WORLD =
            """
            scenario: waiting
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T05:00:00Z, block-time: 1 min }
            assets:
              ETH: { decimals: 9 }
              DAI: { decimals: 6 }
            outside-markets:
              ETH: { path: { scripted: { start: 2000, points: [ %s ], straight: false } } }
              DAI: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              lender:
                reference-loan: { collateral: ETH, borrowed: DAI, oracle: eth, threshold: 80%%, max-ltv: 50%%, interest: 0%% per year }
                accounts: [ %s ]
                seed: { reserve: [ 10 M DAI ] }
                liquidation: { %s }
            %s
            """;

    private static final String FALL = "{ at: 1 min, price: 1000 }";
    private static final int LOANS = 2000;

    @TempDir
    Path folder;

    private RunResult run(String path, String accounts, String liquidation, String more) throws IOException {
        return Runs.of(folder, WORLD.formatted(path, accounts, liquidation, more));
    }

    private static String loans(String debt) {
        return Vector.range(0, LOANS)
                .map(i -> "{ account: a" + i + ", holdings: [ 1 ETH, -" + debt + " DAI ] }")
                .mkString(", ");
    }

    private static Seq<Long> filled(RunResult result) {
        return Runs.events(result, Event.Kind.FILLED).map(Event::block);
    }

    /** With an intensity of one and a half an hour, and accounts that stay as unsafe as they are until they are hit. */
    @Test
    void theShareThatIsHitFollowsTheStatedIntensity() throws IOException {
        RunResult result =
                run(FALL, loans("888.888889"), "probabilistic: { intensity: 0.5, steepness: 10, then: instant }", "");
        double health = 0.9;
        double perHour = 0.5 + 10 * (1 - health);
        for (int minutes : new int[] {15, 60, 180}) {
            long hit = filled(result).count(block -> block <= 1 + minutes);
            double expected = -StrictMath.expm1(-perHour * minutes / 60);
            double deviation = StrictMath.sqrt(expected * (1 - expected) / LOANS);
            assertThat((double) hit / LOANS)
                    .as("within " + minutes + " minutes")
                    .isCloseTo(expected, within(4 * deviation));
        }
    }

    @Test
    void whatTheModelBehindStatesIsAskedOfTheOneBefore() throws IOException {
        GracePeriod grace = new GracePeriod(
                Duration.ofHours(1),
                new Probabilistic(Decimal.ONE, Decimal.ZERO, new FixedSpread(Ratio.of("0.5"), Ratio.of("0.3"))));
        assertThat(grace.power(StatesBonus.class).map(StatesBonus::bonus)).contains(Ratio.of("0.3"));
        assertThat(grace.power(DrawsByAccount.class)).isNotEmpty();
        assertThat(grace.power(SparesContracts.class)).isEmpty();
        String design = "grace-period: { window: 1 h, then: { fixed-spread: { liquidation-bonus: 30% } } }";
        assertThat(run(FALL, "{ account: a, holdings: [ 1 ETH, -1 DAI ] }", design, "")
                        .warnings())
                .anyMatch(warning -> warning.contains("leaves the account worse"));
    }

    @Test
    void theLessHealthyAreHitSooner() throws IOException {
        String design = "probabilistic: { intensity: 0.1, steepness: 10, then: instant }";
        int near = filled(run(FALL, loans("810"), design, "")).size();
        int far = filled(run(FALL, loans("950"), design, "")).size();
        assertThat(near).isBetween(1, far - 1);
    }

    @Test
    void nothingIsTakenWithinTheGracePeriodAndAllAfterIt() throws IOException {
        RunResult result = run(
                FALL,
                "{ account: a, holdings: [ 1 ETH, -900 DAI ] }",
                "grace-period: { window: 30 min, then: instant }",
                "");
        assertThat(filled(result)).containsExactly(31L);
    }

    @Test
    void whoIsCuredInBetweenHasTheWholeTimeAgain() throws IOException {
        String path = FALL + ", { at: 20 min, price: 2000 }, { at: 25 min, price: 1000 }";
        RunResult result = run(
                path,
                "{ account: a, holdings: [ 1 ETH, -900 DAI ] }",
                "grace-period: { window: 30 min, then: instant }",
                "");
        assertThat(filled(result)).containsExactly(55L);
    }

    @Test
    void aRepaymentWithinTheTimeSavesTheAccount() throws IOException {
        RunResult result = run(
                FALL,
                "{ account: a, holdings: [ 1 ETH, -900 DAI ], owner: ann }",
                "grace-period: { window: 30 min, then: instant }",
                """
                wallets: { ann: [ 500 DAI ] }
                actions: [ { block: 10, account: ann, action: { repay: { venue: lender, asset: DAI, quantity: 200 DAI } } } ]
                """);
        assertThat(filled(result)).isEmpty();
        assertThat(Runs.measure(result, "lender.unsafe-at-end")).isZero();
    }

    /** Kicks come after the window; what was seized is the auction's alone. */
    @Test
    void anAuctionBehindTheWindowRunsAsItWould() throws IOException {
        RunResult result = run(
                FALL,
                "{ account: a, holdings: [ 1 ETH, -810 DAI ] }",
                "grace-period: { window: 30 min, then: { english-auction: { ttl: 10 min } } }",
                "agents: { keepers: { keeper: { capital: 10 k DAI, venue: lender, market: ETH, kicks-per-minute: 5, settle-after: 11 min } } }");
        assertThat(Runs.events(result, Event.Kind.SEIZED).map(Event::block).head())
                .isEqualTo(31L);
        assertThat(filled(result)).hasSize(1);
    }
}
