package io.firebreak.cli.economies;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.metric.Event;
import io.firebreak.core.engine.RunResult;
import org.junit.jupiter.api.Test;

/** One agent redeems at issuers of different kinds, and buys back on a market or from a pool. */
class RedeemersTest {
    private static final String WORLD =
            """
            scenario: redeemers
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T01:00:00Z, block-time: 12 s }
            assets: { ETH: { decimals: 6 }, LUSD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { fixed: { price: 2000 } }, impact: none }
              LUSD: { path: { fixed: { price: %s } }, impact: none }
            oracles: { eth: { fixed: { price: 2000 } } }
            venues:
              %s
            metrics: { owed: { supply: { asset: LUSD } }, swapped: { handed-in: { venue: issuer, asset: LUSD } } }
            agents: { redeemers: { redeemer: { venue: issuer, capital: 10 k LUSD, into: ETH, market: ETH %s } } }
            """;

    private static final String MINT_BURN =
            "issuer: { mint-burn: { stable: LUSD, absorber: ETH, oracle: eth, base-pool: 10 M LUSD }, "
                    + "seed: { issuer: [ -20 M LUSD, -1 M ETH ] } }";
    private static final String TROVES = "issuer: { trove: { collateral: ETH, debt: LUSD, oracle: eth }, "
            + "accounts: [ { account: big, holdings: [ 30 k ETH, -20 M LUSD ] } ] }";

    /** A pool at which LUSD costs .95, off the market's price. */
    private static final String POOL =
            "pool: { constant-product: { a: ETH, b: LUSD, fee: 0.3% }, seed: { pool: [ 475 ETH, 1 M LUSD ] } }";

    private static double received(RunResult result, Event.Kind kind) {
        return Scenarios.events(result, kind)
                .filter(event -> event.second().asset().symbol().equals("LUSD"))
                .map(event -> event.second().units() / 1e6)
                .sum()
                .doubleValue();
    }

    /** At a least spread of 2 %, which grows with what is redeemed: it goes on until that leaves next to nothing. */
    @Test
    void redeemsWhatIsSwappedForANewlyMintedAsset() {
        RunResult cheap = Scenarios.run(WORLD.formatted("0.95", MINT_BURN, ""));
        double redeemed = Scenarios.measure(cheap, "swapped");
        assertThat(redeemed).isGreaterThan(10_000);
        assertThat(received(cheap, Event.Kind.MARKET)).isGreaterThan(redeemed);
        RunResult dear = Scenarios.run(WORLD.formatted("0.985", MINT_BURN, ""));
        assertThat(Scenarios.measure(dear, "swapped")).isZero();
    }

    @Test
    void buysBackFromAPoolUpToItsPrice() {
        RunResult result = Scenarios.run(WORLD.formatted("1", TROVES + "\n  " + POOL, ", exit: pool"));
        double redeemed = 20_000_000 - Scenarios.measure(result, "owed");
        assertThat(redeemed).as("what moves the pool to par less both fees").isBetween(10_000.0, 26_000.0);
        assertThat(received(result, Event.Kind.SWAPPED)).isGreaterThan(1.01 * redeemed);
        assertThat(Scenarios.events(result, Event.Kind.REJECTED)).isEmpty();
    }
}
