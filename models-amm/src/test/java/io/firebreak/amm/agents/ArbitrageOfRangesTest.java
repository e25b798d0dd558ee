package io.firebreak.amm.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The arbitrageur at a pool whose liquidity changes along the way. */
class ArbitrageOfRangesTest {
    private static final String WORLD =
            """
            scenario: ranges
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-02T00:00:00Z, block-time: 1 min }
            assets: { ETH: { decimals: 9 }, USD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { scripted: { start: 1000, points: [ { at: 2 min, price: %s } ] } }, impact: none }
              USD: { path: { fixed: { price: 1 } }, impact: none }
            venues:
              pool:
                concentrated-liquidity: { a: ETH, b: USD, price: 1000, ranges: [ { lower: 900, upper: 1100 },
                  { lower: 700, upper: 800, weight: 3 }, { lower: 1300, upper: 1500, weight: 3 }, { } ] }
                seed: { pool: [ 1000 ETH, 1 M USD ] }
            agents:
              arbitrage: { arbitrageur: { venue: pool, market: ETH, capital: 100 M USD, other-capital: 100 k ETH,
                min-profit: 0 USD } }
            """;

    /** In one trade it leaves the price where the fee ends the gain. */
    @Test
    void bringsThePriceToTheMarketAcrossRangesAndGaps() {
        for (double market : new double[] {950, 850, 750, 600, 1050, 1200, 1400, 2000}) {
            Played played = new Played(WORLD.formatted(market)).blocks(3);
            double paid = played.paid("ETH", 1_000_000, "USD") * 1000;
            assertThat(paid)
                    .as("what the pool pays for ETH when it is %s outside", market)
                    .isCloseTo(market > 1000 ? market * 0.997 * 0.997 : market, within(0.002 * market));
        }
    }
}
