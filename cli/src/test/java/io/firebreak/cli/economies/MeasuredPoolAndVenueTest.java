package io.firebreak.cli.economies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.core.engine.RunResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shipped scenarios measure of pools and of part of a run: one sale to a pool, one liquidation 72 s after the start. */
class MeasuredPoolAndVenueTest {
    @ParameterizedTest
    @CsvSource({"00:01:12, 00:01:13, 6300", "00:00:00, 00:01:12, 0"})
    void countsWhatFallsIntoTheTimeAskedFor(String from, String to, double liquidated) {
        RunResult result = Scenarios.run(
                """
                scenario: measured
                clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:02:00Z, block-time: 12 s }
                assets: { ETH: { decimals: 9 }, DAI: { decimals: 6 } }
                outside-markets:
                  ETH: { path: { scripted: { start: 2000, points: [ { at: 48 s, price: 1700 } ] } }, impact: none }
                  DAI: { path: { fixed: { price: 1 } }, impact: none }
                oracles: { eth: { spot: { of: ETH } } }
                venues:
                  pool:
                    constant-product: { a: ETH, b: DAI, fee: 0%% }
                    seed: { pool: [ 100 ETH, 200000 DAI ] }
                  maker:
                    collateralised-debt: { collateral: ETH, debt: DAI, oracle: eth, stability-fee: 0%% per year }
                    accounts: [ { account: loan, holdings: [ 10 ETH, -12000 DAI ] }, { account: safe, holdings: [ 1000 ETH, -300000 DAI ] } ]
                    liquidation: { fixed-spread: { close-factor: 50%%, liquidation-bonus: 5%% } }
                wallets: { taker: [ 7000 DAI, 25 ETH ] }
                metrics:
                  liquidated: { liquidated-between: { venue: maker, from: 2024-01-01T%sZ, to: 2024-01-01T%sZ } }
                  lowest price: { lowest-price: { venue: pool, probe: 0.000001 ETH, get: DAI } }
                  ETH sold: { handed-in: { venue: pool, asset: ETH } }
                  DAI sold: { handed-in: { venue: pool, asset: DAI } }
                  supply of ETH: { supply: { asset: ETH } }
                actions:
                  - { block: 2, account: taker, action: { swap: { venue: pool, give: ETH, quantity: 25 ETH, get: DAI, at-least: 0 } } }
                  - { block: 6, account: taker, action: { bid: { venue: maker, target: maker/loan,
                      pair: { give: ETH, want: DAI }, pay: 6000 DAI, receive: 0 } } }
                """
                        .formatted(from, to));

        // 3.705882352 ETH at 1,700
        assertThat(Scenarios.measure(result, "liquidated")).isCloseTo(liquidated, within(0.01));
        // 160,000 DAI against 125 ETH
        assertThat(Scenarios.measure(result, "lowest price")).isCloseTo(1280, within(1.0));
        assertThat(Scenarios.measure(result, "ETH sold")).isEqualTo(25);
        assertThat(Scenarios.measure(result, "DAI sold")).isZero();
        assertThat(Scenarios.measure(result, "supply of ETH")).isEqualTo(1135);
    }
}
