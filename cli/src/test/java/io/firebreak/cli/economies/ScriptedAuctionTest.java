package io.firebreak.cli.economies;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.RunResult;
import org.junit.jupiter.api.Test;

/** A script speaks of lots: of the one that a step before has opened, and of those that stand by name. */
final class ScriptedAuctionTest {
    private static final String AUCTION =
            """
            scenario: scripted-auction
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:30:00Z, block-time: 1 min }
            assets:
              ETH: { decimals: 9 }
              DAI: {}
            outside-markets:
              ETH: { path: { scripted: { start: 200, points: [ { at: 5 min, price: 100 } ] } } }
              DAI: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              maker:
                collateralised-debt: { collateral: ETH, debt: DAI, oracle: eth, min-ratio: 150%, stability-fee: 0% per year }
                accounts:
                  - { account: carol, holdings: [ 10 ETH, -1000 DAI ] }
                liquidation: { english-auction: { ttl: 5 min } }
            wallets:
              bob: [ 500 DAI ]
              dave: [ 400 DAI ]
            actions:
              - { block: 7, account: bob, action: { bundle: { steps: [ { kick: { venue: maker, target: maker/carol } }, { bid: { venue: maker, target: lot of step 0, pair: { give: ETH, want: DAI }, pay: 300 DAI, receive: 10 ETH } } ] } } }
              - { block: 8, account: dave, action: { bid: { venue: maker, target: maker/lot-1, pair: { give: ETH, want: DAI }, pay: all, receive: 10 ETH } } }
              - { block: 20, account: bob, action: { settle: { venue: maker, target: maker/lot-1 } } }
            """;

    @Test
    void isKickedBidOnAndSettled() {
        RunResult result = Scenarios.run(AUCTION);

        assertThat(result.warnings()).isEmpty();
        assertThat(Scenarios.events(result, Event.Kind.REJECTED)).isEmpty();
        assertThat(Scenarios.measure(result, "maker.kicks")).isEqualTo(1);
        assertThat(Scenarios.measure(result, "maker.bad-debt")).isEqualTo(600);
    }

    @Test
    void saysThatALotIsNotThereYet() {
        assertThat(Scenarios.run(AUCTION.replace("maker/lot-1", "maker/lot-7")).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("dave's Bid was refused"));
    }
}
