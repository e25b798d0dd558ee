package io.firebreak.amm.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LiquidityProviderTest {
    private static final String WORLD =
            """
            scenario: providers
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-02T00:00:00Z, block-time: 10 min }
            assets: { ETH: { decimals: 6 }, USD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { scripted: { start: 1000, points: [ %s ] } }, impact: none }
              USD: { path: { fixed: { price: 1 } }, impact: none }
            venues:
              pool:
                constant-product: { a: ETH, b: USD }
                seed: { pool: [ 100 ETH, 100 k USD ] }
            agents:
              providers: { liquidity-provider: { venue: pool, capital: 300 ETH, other-capital: 300 k USD,
                most-loss: %s, most-volatility: %s, half-life: 1 h, pause: 2 h, count: 3 } }
              arbitrage: { arbitrageur: { venue: pool, market: ETH, capital: 1 M USD, other-capital: 1 k ETH,
                min-profit: 0 USD } }
            """;

    private static final String PROVIDER = "providers/1";
    private static final String CALM = "{ at: 20 h, price: 1000 }";
    private static final String FALL = "{ at: 2 h, price: 700 }";
    private static final String SPIKE = "{ at: 2 h, price: 900 }, { at: 130 min, price: 1000 }";

    private static Played play(String path, String loss, String volatility) {
        return new Played(WORLD.formatted(path, loss, volatility));
    }

    @Test
    void providesAllItHasWhileItIsCalm() {
        Played played = play(CALM, "5%", "20%").blocks(30);
        assertThat(played.balance(PROVIDER, "pool.shares")).isGreaterThan(9_400_000_000L);
        assertThat(played.balance(PROVIDER, "ETH")).isZero();
    }

    /** From 1,000 to 700 the loss against holding is 1 − 2·√.7 ÷ 1.7 = 1.57 %. */
    @Test
    void leavesInPartsAsItsLossGrows() {
        long all = play(CALM, "3%", "1000000%").blocks(30).balance(PROVIDER, "pool.shares");
        long left = play(FALL, "3%", "1000000%").blocks(30).balance(PROVIDER, "pool.shares");
        assertThat((double) left / all).isCloseTo(1 - 0.0157 / 0.03, within(0.03));
        assertThat(play(FALL, "1.5%", "1000000%").blocks(20).balance(PROVIDER, "pool.shares"))
                .isZero();
    }

    @Test
    void leavesWhenItIsVolatileAndReturnsWhenThatIsForgotten() {
        Played played = play(SPIKE, "100%", "20%").blocks(14);
        assertThat(played.balance(PROVIDER, "pool.shares")).isZero();
        played.blocks(60);
        assertThat(played.balance(PROVIDER, "pool.shares")).isGreaterThan(7_000_000_000L);
    }

    /** Depth and slippage feed each other: the same sale moves the price further once those have left who fear it. */
    @Test
    void theDepthGoesWhenItIsNeeded() {
        double patient = slippage(play(FALL, "100%", "1000000%").blocks(30));
        double fearful = slippage(play(FALL, "1%", "20%").blocks(30));
        assertThat(fearful).isGreaterThan(5 * patient);
    }

    private static double slippage(Played played) {
        return 1 - played.paid("ETH", 50_000_000, "USD") / played.paid("ETH", 50_000, "USD");
    }
}
