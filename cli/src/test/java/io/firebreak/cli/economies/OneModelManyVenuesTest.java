package io.firebreak.cli.economies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.RunResult;
import org.junit.jupiter.api.Test;

/** One unchanged liquidation plugin liquidates a loan, a long and a short. */
class OneModelManyVenuesTest {
    private static final String PERP =
            """
            scenario: perp
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:02:00Z, block-time: 12 s }
            assets: { ETH: { decimals: 9 }, USDC: { decimals: 6 } }
            outside-markets:
              ETH: { path: { scripted: { start: 2000, points: [ { at: 48 s, price: %s } ] } }, impact: none }
            oracles: { eth: { spot: { of: ETH } } }
            venues:
              perp:
                pool-perp: { collateral: USDC, oracle: eth }
                seed: { pool: [ 1 M USDC ] }
                liquidation: { %s }
            wallets: { trader: [ 3000 USDC ], taker: [ 100 k USDC ] }
            actions:
              - { block: 0, account: trader, action: { deposit: { venue: perp, asset: USDC, quantity: 2000 USDC } } }
              - { block: 0, account: taker, action: { deposit: { venue: perp, asset: USDC, quantity: 50 k USDC } } }
              - { block: 1, account: trader, action: { trade: { venue: perp, contract: perp.contract, contracts: %s } } }
            %s
              - { block: %d, account: taker, action: { bid: { venue: perp, target: perp/trader,
                  pair: { give: %s, want: %s }, pay: all, receive: 0 } } }
            """;

    private static final String SPREAD = "fixed-spread: { close-factor: 50%, liquidation-bonus: 1% }";
    private static final String DUTCH = "dutch-auction: { buf: 105%, curve: { linear: { tau: 20 min } } }";
    private static final String KICK =
            "  - { block: 5, account: taker, action: { kick: { venue: perp, target: perp/trader } } }";

    private static RunResult perp(
            String price, String liquidation, String contracts, String kick, int block, String give, String want) {
        return Scenarios.run(PERP.formatted(price, liquidation, contracts, kick, block, give, want));
    }

    @Test
    void aLoanGivesCollateralAtTheBonus() {
        RunResult result = Scenarios.run(
                """
                scenario: loan
                clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:02:00Z, block-time: 12 s }
                assets: { ETH: { decimals: 9 }, DAI: { decimals: 6 } }
                outside-markets:
                  ETH: { path: { scripted: { start: 2000, points: [ { at: 48 s, price: 1700 } ] } }, impact: none }
                  DAI: { path: { fixed: { price: 1 } }, impact: none }
                oracles: { eth: { spot: { of: ETH } } }
                venues:
                  maker:
                    collateralised-debt: { collateral: ETH, debt: DAI, oracle: eth, stability-fee: 0% per year }
                    accounts: [ { account: loan, holdings: [ 10 ETH, -12000 DAI ] } ]
                    liquidation: { fixed-spread: { close-factor: 50%, liquidation-bonus: 5% } }
                wallets: { taker: [ 7000 DAI ] }
                metrics: { fills: { event-count: { of: filled } } }
                invariants: [ conservation ]
                actions:
                  - { block: 6, account: taker, action: { bid: { venue: maker, target: maker/loan,
                      pair: { give: ETH, want: DAI }, pay: 6000 DAI, receive: 0 } } }
                """);

        assertThat(result.warnings()).isEmpty();
        assertThat(Scenarios.measure(result, "fills")).isEqualTo(1);
        Event fill = Scenarios.events(result, Event.Kind.FILLED).single();
        // 6,000 · 1.05 ÷ 1,700, rounded against the taker
        assertThat(fill.first().units()).isEqualTo(3_705_882_352L);
        assertThat(fill.second().units()).isEqualTo(6_000_000_000L);
    }

    @Test
    void aLongGivesItsContractsForQuote() {
        RunResult result = perp("1700", SPREAD, "6000000000", "", 6, "perp.contract", "perp.quote");

        assertThat(result.warnings()).isEmpty();
        Event fill = Scenarios.events(result, Event.Kind.FILLED).single();
        assertThat(fill.first().units()).isEqualTo(3_000_000_000L);
        // 3 contracts · 1,700 ÷ 1.01, rounded against the taker
        assertThat(fill.second().units()).isEqualTo(5_049_504_951L);
    }

    @Test
    void aShortGivesQuoteForContracts() {
        RunResult result = perp("2300", SPREAD, "-6000000000", "", 6, "perp.quote", "perp.contract");

        assertThat(result.warnings()).isEmpty();
        Event fill = Scenarios.events(result, Event.Kind.FILLED).single();
        Parcel quote = fill.first();
        // 3 contracts · 2,300 · 1.01
        assertThat(quote.units()).isEqualTo(6_969_000_000L);
        assertThat(fill.second().units()).isEqualTo(3_000_000_000L);
    }

    /** Kicked in block 5, at 105 % of 1,700, and a twentieth lower after a minute: 1,785 · 0.96 after 48 s. */
    @Test
    void aLongIsSoldAtAFallingPrice() {
        RunResult result = perp("1700", DUTCH, "6000000000", KICK, 9, "perp.contract", "perp.quote");

        assertThat(result.warnings()).isEmpty();
        Event fill = Scenarios.events(result, Event.Kind.FILLED).single();
        assertThat(fill.first().units()).isEqualTo(6_000_000_000L);
        // 6 contracts · 1,785 · (1 − 48 ÷ 1,200)
        assertThat(fill.second().units()).isEqualTo(10_281_600_000L);
    }

    /** A quote costs 105 % of 1 ÷ 2,300 contracts, and less from then on. */
    @Test
    void aShortIsSoldAtAFallingPrice() {
        RunResult result = perp("2300", DUTCH, "-6000000000", KICK, 9, "perp.quote", "perp.contract");

        assertThat(result.warnings()).isEmpty();
        Event fill = Scenarios.events(result, Event.Kind.FILLED).single();
        assertThat(fill.second().units()).isEqualTo(6_000_000_000L);
        // 6 contracts · 2,300 ÷ (1.05 · 0.96)
        assertThat(fill.first().units()).isCloseTo(13_690_476_190L, within(100L));
    }

    @Test
    void whatCannotLiquidateContractsSaysWhy() {
        RunResult result = perp("1700", "english-auction: { }", "6000000000", "", 6, "perp.contract", "perp.quote");

        assertThat(result.warnings()).anyMatch(each -> each.startsWith("perp trades contracts, which its liquidation"));
        assertThat(Scenarios.events(result, Event.Kind.UNSAFE)).hasSize(1);
        assertThat(Scenarios.events(result, Event.Kind.SEIZED)).isEmpty();
    }
}
