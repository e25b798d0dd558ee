package io.firebreak.lending.trove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.Stage;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroveTest {
    private static final double UNIT = 1e-6;
    private static final VenueRef LIQUITY = new VenueRef("liquity");
    private static final String WORLD =
            """
            scenario: troves
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:10:00Z, block-time: 1 min }
            assets:
              ETH: { decimals: 9 }
              LUSD: { decimals: 6 }
            outside-markets:
              ETH: { path: { scripted: { start: 200, points: [ { at: 5 min, price: 130 } ], straight: false } } }
              LUSD: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              liquity:
                trove: { collateral: ETH, debt: LUSD, oracle: eth, min-debt: 1800 LUSD, gas-reserve: 200 LUSD }
                accounts:
                  - group:
                    - { account: risky, holdings: [ 15 ETH, -2200 LUSD ] }
                    - { account: calm, holdings: [ 100 ETH, -10000 LUSD ] }
                seed: { treasury: [ 400 LUSD ] }
            wallets:
              ann: [ 100 ETH, 200 LUSD ]
              zoe: [ 3000 LUSD ]
            """;

    @TempDir
    Path folder;

    private Stage stage() throws IOException {
        return Stage.of(folder, WORLD);
    }

    private static long lusd(long whole) {
        return whole * 1_000_000;
    }

    private static void opens(Stage stage) {
        stage.does("ann", new Action.Deposit(LIQUITY, stage.asset("ETH"), Quantity.all()));
        stage.does("ann", new Action.Borrow(LIQUITY, stage.asset("LUSD"), Quantity.of(lusd(2000))));
    }

    @Test
    void aTroveOwesWhatItDrewTheFeeAndTheGasReserve() throws IOException {
        Stage stage = stage();
        opens(stage);
        assertThat(stage.has("ann", "LUSD")).isCloseTo(2200, within(UNIT));
        assertThat(stage.holds("liquity/ann", "LUSD")).isCloseTo(-2210, within(UNIT));
        stage.ends();
    }

    @Test
    void closingReturnsTheGasReserve() throws IOException {
        Stage stage = stage();
        opens(stage);
        stage.does("ann", new Action.Repay(LIQUITY, stage.asset("LUSD"), Quantity.of(lusd(5000))));
        assertThat(stage.holds("liquity/ann", "LUSD")).isZero();
        assertThat(stage.has("ann", "LUSD")).as("2,200 less 2,000 and the fee").isCloseTo(190, within(UNIT));
        stage.ends();
    }

    @Test
    void lessThanTheLeastDebtIsRefused() throws IOException {
        Stage stage = stage();
        stage.does("ann", new Action.Deposit(LIQUITY, stage.asset("ETH"), Quantity.all()));
        Action borrow = new Action.Borrow(LIQUITY, stage.asset("LUSD"), Quantity.of(lusd(1700)));
        assertThat(stage.tries("ann", borrow).getLeft().reason()).isEqualTo(Reason.TOO_SMALL);
        stage.ends();
    }

    /** 2,000 of the riskiest close it and leave its surplus; 1,000 more are of the next. The rate is half of 3,000 ÷ 12,200, and .5 %. */
    @Test
    void redemptionTakesTheRiskiestTrovesAtFaceValue() throws IOException {
        Stage stage = stage();
        long got = stage.does("zoe", new Action.Redeem(LIQUITY, stage.asset("LUSD"), Quantity.of(lusd(3000))));
        assertThat(stage.holds("liquity/risky", "LUSD")).isZero();
        assertThat(stage.holds("liquity/risky", "ETH")).isCloseTo(15 - 10, within(UNIT));
        assertThat(stage.holds("liquity/calm", "LUSD")).isCloseTo(-9000, within(UNIT));
        assertThat(stage.holds("liquity/calm", "ETH")).isCloseTo(95, within(UNIT));
        double rate = 0.005 + 3000.0 / 12_200 / 2;
        assertThat(got / 1e9).isCloseTo(15 * (1 - rate), within(UNIT));
        assertThat(stage.has("liquity/treasury", "ETH")).isCloseTo(15 * rate, within(UNIT));
        stage.ends();
    }

    /** Each time that debts are shared out, shares of all debt are worth a little less than a unit, and repaying them rounds. */
    @Test
    void afterRedistributionsNoTroveIsWorthLessForARedemption() throws IOException {
        int doomed = 9;
        String others = List.range(0, doomed)
                .map(each -> "- { account: doomed " + each + ", holdings: [ 10 ETH, -1900." + (100_003 + 7 * each)
                        + " LUSD ] }")
                .mkString("\n        ");
        Stage stage = Stage.of(
                folder,
                WORLD.replace("price: 130", "price: 200")
                        .replace("[ 15 ETH, -2200 LUSD ]", "[ 150 ETH, -22000 LUSD ]")
                        .replace("[ 100 ETH, -10000 LUSD ]", "[ 1000 ETH, -10000 LUSD ]")
                        .replace("- { account: risky", others + "\n        - { account: risky")
                        .replace("seed: {", "liquidation: { offset: {} }\n    losses: [ redistribute ]\n    seed: {"));
        for (int each = 0; each < doomed; each++) {
            stage.kick("zoe", "liquity", "liquity/doomed " + each);
            stage.next();
        }
        for (long odd = 0; odd < 40; odd++) {
            stage.does("zoe", new Action.Redeem(LIQUITY, stage.asset("LUSD"), Quantity.of(70_000_001 + 77 * odd)));
        }
        assertThat(stage.holds("liquity/risky", "LUSD")).isGreaterThan(-22_000);
    }

    /** What it says beforehand is what comes. */
    @Test
    void aRedemptionPaysWhatWasQuotedForIt() throws IOException {
        Stage stage = stage();
        for (long whole : new long[] {10, 100, 2000}) {
            Asset ether = stage.asset("ETH");
            Asset dollars = stage.asset("LUSD");
            long quoted = stage.scene().redeemed(0, dollars, lusd(whole), ether).get();
            assertThat(stage.does("zoe", new Action.Redeem(LIQUITY, dollars, Quantity.of(lusd(whole)))))
                    .isEqualTo(quoted);
        }
        stage.ends();
    }

    @Test
    void aRedemptionRaisesTheFeeOnWhatIsDrawn() throws IOException {
        Stage stage = stage();
        stage.does("zoe", new Action.Redeem(LIQUITY, stage.asset("LUSD"), Quantity.of(lusd(100))));
        opens(stage);
        double base = 100.0 / 12_200 / 2;
        assertThat(stage.holds("liquity/ann", "LUSD")).isCloseTo(-2200 - 2000 * (0.005 + base), within(1e-3));
        stage.ends();
    }

    @Test
    void inRecoveryModeNoCollateralLeavesAndWhoeverIsBelowTheAverageIsUnsafe() throws IOException {
        Stage stage = stage();
        opens(stage);
        stage.does("ann", new Action.Withdraw(LIQUITY, stage.asset("ETH"), Quantity.of(70_000_000_000L)));
        for (int block = 0; block < 5; block++) {
            stage.next();
        }
        Action withdraw = new Action.Withdraw(LIQUITY, stage.asset("ETH"), Quantity.of(1));
        assertThat(stage.tries("ann", withdraw).getLeft().reason()).isEqualTo(Reason.UNSAFE_AFTERWARDS);
        int risky = stage.scene().account("liquity/risky").get().index();
        assertThat(stage.scene().isUnsafe(risky)).isTrue();
        stage.ends();
    }
}
