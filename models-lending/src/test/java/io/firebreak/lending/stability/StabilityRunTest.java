package io.firebreak.lending.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.Stage;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LQ1 through the engine: at a price of 100, deposits of 100, 200 and 300 take a trove of 1.6 ETH and 150, and then one of 2.45
 * ETH and 225 (Liquity v1, documentation of its stability pool).
 */
class StabilityRunTest {
    private static final double UNIT = 1e-6;
    private static final VenueRef POOL = new VenueRef("pool");
    private static final String WORLD =
            """
            scenario: stability
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:05:00Z, block-time: 1 min }
            assets:
              ETH: { decimals: 9 }
              LUSD: { decimals: 6 }
            outside-markets:
              ETH: { path: { fixed: { price: 100 } } }
              LUSD: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              troves:
                collateralised-debt: { collateral: ETH, debt: LUSD, oracle: eth, min-ratio: 110%%, stability-fee: 0%% per year }
                accounts:
                  - group:
                    - { account: big, holdings: [ 100 ETH, -2000 LUSD ] }
                    - { account: small, holdings: [ 50 ETH, -1000 LUSD ] }
                    - { account: first, holdings: [ 1.6 ETH, -150 LUSD ] }
                    - { account: second, holdings: [ 2.45 ETH, -225 LUSD ] }
                liquidation: { offset: { finder-share: %s } }
                losses: [ redistribute ]
              pool:
                stability-pool: { venue: troves, debt: LUSD, collateral: ETH }
            wallets:
              ann: [ 100 LUSD ]
              ben: [ 200 LUSD ]
              cat: [ 300 LUSD ]
              zoe: [ 1 LUSD ]
            """;

    @TempDir
    Path folder;

    private Stage stage(String finderShare, String... depositors) throws IOException {
        Stage stage = Stage.of(folder, WORLD.formatted(finderShare));
        for (String who : depositors) {
            stage.does(who, new Action.Provide(POOL, List.of(Quantity.all())));
        }
        return stage;
    }

    private static void leave(Stage stage, String who, double deposit, double gain) {
        stage.does(who, new Action.Redeem(POOL, stage.asset("pool.receipt"), Quantity.all()));
        assertThat(stage.has(who, "LUSD")).as(who + "'s deposit").isCloseTo(deposit, within(2 * UNIT));
        assertThat(stage.has(who, "ETH")).as(who + "'s gain").isCloseTo(gain, within(2 * UNIT));
    }

    @Test
    void depositorsPayForTheFirstTroveInProportion() throws IOException {
        Stage stage = stage("0", "ann", "ben", "cat");
        stage.kick("zoe", "troves", "troves/first");
        leave(stage, "ann", 75, 0.266667);
        leave(stage, "ben", 150, 0.533333);
        leave(stage, "cat", 225, 0.8);
        stage.ends();
    }

    @Test
    void depositorsPayForTheSecondTroveToo() throws IOException {
        Stage stage = stage("0", "ann", "ben", "cat");
        stage.kick("zoe", "troves", "troves/first");
        stage.next().kick("zoe", "troves", "troves/second");
        leave(stage, "ann", 37.5, 0.675);
        leave(stage, "ben", 75, 1.35);
        leave(stage, "cat", 112.5, 2.025);
        assertThat(stage.holds("troves/second", "LUSD")).isZero();
        stage.ends();
    }

    @Test
    void receiptsOfNoneOfADepositPayTheGainAlone() throws IOException {
        Stage stage = stage("0", "ann", "ben", "cat");
        stage.kick("zoe", "troves", "troves/first");
        stage.does("ann", new Action.Redeem(POOL, stage.asset("pool.receipt"), Quantity.of(0)));
        assertThat(stage.has("ann", "ETH")).isCloseTo(0.266667, within(UNIT));
        assertThat(stage.has("ann", "pool.receipt")).isCloseTo(75, within(2 * UNIT));
        leave(stage, "ann", 75, 0.266667);
        stage.ends();
    }

    /** 75 of 150 are paid for half of what the finder leaves of 1.6 ETH; the other half goes to 100 and to 50 ETH, and to 2.45. */
    @Test
    void whatThePoolCannotPayGoesToTheOthersByTheirCollateral() throws IOException {
        Stage stage = stage("0.5%", "ann");
        stage.kick("zoe", "troves", "troves/first");
        assertThat(stage.has("zoe", "ETH")).as("the finder's part").isCloseTo(0.008, within(1e-9));
        stage.next();
        double forfeited = 1.592 / 3;
        double all = 152.45;
        assertThat(stage.holds("troves/big", "ETH")).isCloseTo(100 + forfeited * 100 / all, within(UNIT));
        assertThat(stage.holds("troves/big", "LUSD")).isCloseTo(-2000 - 50 * 100 / all, within(2 * UNIT));
        assertThat(stage.holds("troves/small", "ETH")).isCloseTo(50 + forfeited * 50 / all, within(UNIT));
        assertThat(stage.holds("troves/small", "LUSD")).isCloseTo(-1000 - 50 * 50 / all, within(2 * UNIT));
        leave(stage, "ann", 0, 1.592 - forfeited);
        stage.ends();
    }

    /** The account is safe once the first part of it is seized: the second part was refused then. */
    @Test
    void whatThePoolCannotPayOfAnAccountThatKeepsItsSurplusIsSharedOutToo() throws IOException {
        Stage stage = stage("0, most: 105%", "ann");
        stage.kick("zoe", "troves", "troves/second");
        stage.next();
        assertThat(stage.holds("troves/second", "LUSD")).isZero();
        assertThat(stage.holds("troves/second", "ETH")).as("2.45 − 1.05 · 2.25").isCloseTo(0.0875, within(UNIT));
        leave(stage, "ann", 0, 1.05);
        stage.ends();
    }

    /** An offer of a half, and of a half of what is left, which is safe at 112 % then: the pool took the first alone. */
    @Test
    void whoStandsReadyTakesUntilNothingIsOffered() throws IOException {
        Stage stage = Stage.of(
                folder,
                WORLD.formatted("0")
                        .replace(
                                "offset: { finder-share: 0 }",
                                "fixed-spread: { close-factor: 50%, liquidation-bonus: 5% }"));
        stage.does("cat", new Action.Provide(POOL, List.of(Quantity.all())));
        assertThat(stage.holds("troves/first", "LUSD")).isCloseTo(-37.5, within(2 * UNIT));
        assertThat(stage.holds("troves/first", "ETH")).as("1.6 − 1.05 · 1.125").isCloseTo(0.41875, within(UNIT));
        stage.ends();
    }

    @Test
    void keepersFindTrovesForTheirPartOfThem() throws IOException {
        Stage stage = Stage.of(
                folder,
                WORLD.formatted("0.5%")
                        + "agents: { finders: { keeper: { capital: 1 LUSD, venue: troves, market: ETH, time-to-return: 1 h } } }\n");
        stage.does("ann", new Action.Provide(POOL, List.of(Quantity.all())));
        stage.next().next().next();
        assertThat(stage.holds("troves/first", "LUSD")).isZero();
        assertThat(stage.holds("troves/second", "LUSD")).isZero();
        assertThat(stage.has("finders/1", "ETH")).isGreaterThan(0.5 / 100 * 4.05 - 1e-6);
        stage.ends();
    }

    @Test
    void withoutDepositorsAllGoesToTheOthers() throws IOException {
        Stage stage = stage("0");
        stage.kick("zoe", "troves", "troves/first");
        stage.next();
        double gained = stage.holds("troves/big", "ETH")
                + stage.holds("troves/small", "ETH")
                + stage.holds("troves/second", "ETH")
                - 152.45;
        assertThat(gained).isCloseTo(1.6, within(1e-8));
        assertThat(stage.has("troves/bad-debt", "LUSD")).isZero();
        stage.ends();
    }
}
