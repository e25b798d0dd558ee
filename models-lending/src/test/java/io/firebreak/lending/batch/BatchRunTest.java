package io.firebreak.lending.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Pair;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch through the engine, at a venue whose debts grow, so that a part of one is no whole number of shares. */
class BatchRunTest {
    private static final VenueRef VAULTS = new VenueRef("vaults");
    private static final String WORLD =
            """
            scenario: batch
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:10:00Z, block-time: 1 min }
            assets:
              ETH: { decimals: 9 }
              DAI: { decimals: 6 }
            outside-markets:
              ETH: { path: { fixed: { price: 1500 } } }
              DAI: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              vaults:
                collateralised-debt: { collateral: ETH, debt: DAI, oracle: eth }
                accounts:
                  - group:
                    - { account: large, holdings: [ 20000 ETH, -10 M DAI ] }
                    - { account: small, holdings: [ 12 ETH, -13000 DAI ] }
                liquidation: { batch-auction: { interval: 2 min, penalty: 13% } }
            wallets:
              ann: [ 100000 DAI ]
              ben: [ 100000 DAI ]
            """;

    @TempDir
    Path folder;

    /** What the first of two bids rounded up of the debt was missing when the lot was closed, and the penalty was taken whole. */
    @Test
    void thePenaltyYieldsToWhatEarlierFillsRoundedUpOfTheDebt() throws IOException {
        Stage stage = Stage.of(folder, WORLD);
        stage.kick("ann", "vaults", "vaults/small");
        AccountId lot = stage.scene().account("vaults/lot-1").get();
        bid(stage, "ann", lot);
        bid(stage, "ben", lot);
        stage.next().next();
        double owed = -stage.holds("vaults/lot-1", "DAI");
        double treasury = stage.has("vaults/treasury", "DAI");
        stage.does("ben", new Action.Settle(VAULTS, lot));
        double paid = 200_000 - stage.has("ann", "DAI") - stage.has("ben", "DAI");
        double penalty = stage.has("vaults/treasury", "DAI") - treasury;
        assertThat(stage.has("ann", "ETH")).isPositive();
        assertThat(stage.has("ben", "ETH")).isPositive();
        assertThat(stage.has("vaults/shortfall", "DAI")).isZero();
        assertThat(penalty).isPositive().isCloseTo(paid - owed, within(3e-6));
        stage.ends();
    }

    /** Two of these share the lot at their common limit, and clear its debt and a part of the penalty. */
    private static void bid(Stage stage, String who, AccountId lot) {
        stage.does(
                who,
                new Action.Bid(
                        VAULTS,
                        lot,
                        new Pair(stage.asset("ETH"), stage.asset("DAI")),
                        Quantity.of(9_876_543_211L),
                        9_000_000_000L));
    }
}
