package io.firebreak.cli.economies;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.RunResult;
import org.junit.jupiter.api.Test;

/** One unchanged liquidation plugin liquidates a loan, a long and a short. */
class OneModelManyVenuesTest {
    private static final String WORLD =
            """
            scenario: one-model
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:02:00Z, block-time: 12 s }
            assets:
              ETH: { decimals: 9 }
              DAI: { decimals: 6 }
              USDC: { decimals: 6 }
            outside-markets:
              ETH: { path: { scripted: { points: [ { at: 0 s, price: 2000 }, { at: 48 s, price: %s } ], straight: false } } }
              DAI: { path: { fixed: { price: 1 } } }
              USDC: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              maker:
                collateralised-debt: { collateral: ETH, debt: DAI, oracle: eth, stability-fee: 0%% per year }
                accounts: [ { account: loan, holdings: [ 10 ETH, -12000 DAI ] } ]
                liquidation: { fixed-spread: { close-factor: 50%%, liquidation-bonus: 5%% } }
              perp:
                pool-perp: { collateral: USDC, oracle: eth }
                seed: { pool: [ 1 M USDC ] }
                liquidation: { fixed-spread: { close-factor: 50%%, liquidation-bonus: 1%% } }
            actions:
              - { block: 0, account: trader, action: { deposit: { venue: perp, asset: USDC, quantity: 2000 USDC } } }
              - { block: 0, account: taker, action: { deposit: { venue: perp, asset: USDC, quantity: 500 k USDC } } }
              - { block: 1, account: trader, action: { trade: { venue: perp, contract: perp.contract, contracts: %s } } }
              - { block: 6, account: taker, action: { bid: { venue: %s, target: %s, pair: { give: %s, want: %s }, pay: %s, receive: 0 } } }
            """;

    private static RunResult run(
            String price, String contracts, String venue, String target, String give, String want, String pay) {
        String funded = WORLD.replace("actions:", "agents:\n  taker: { purse: { holdings: [ 1 M USDC ] } }\nactions:");
        return Scenarios.run(WORLD.formatted(price, contracts, venue, target, give, want, pay));
    }

    @Test
    void aLoan() {
        RunResult result = run("1700", "1", "maker", "maker/loan", "ETH", "DAI", "1000");
        assertThat(result.warnings()).isEmpty();
        assertThat(result.events().filter(event -> event.kind() == Event.Kind.FILLED))
                .hasSize(1);
    }
}
