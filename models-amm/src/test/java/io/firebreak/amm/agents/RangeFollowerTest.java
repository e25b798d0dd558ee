package io.firebreak.amm.agents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeFollowerTest {
    private static final String WORLD =
            """
            scenario: followers
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-02T00:00:00Z, block-time: 1 min }
            assets: { ETH: { decimals: 6 }, USD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { scripted: { start: 1000, points: [ { at: 30 min, price: 850 } ] } }, impact: none }
              USD: { path: { fixed: { price: 1 } }, impact: none }
            venues:
              pool:
                concentrated-liquidity: { a: ETH, b: USD, price: 1000, ranges: [ { lower: 900, upper: 1100 },
                  { lower: 700, upper: 900 }, { weight: 10 } ] }
                seed: { pool: [ 1000 ETH, 1 M USD ] }
            agents:
              %s
              arbitrage: { arbitrageur: { venue: pool, market: ETH, capital: 10 M USD, other-capital: 10 k ETH,
                min-profit: 0 USD } }
            """;

    private static String followers(int count) {
        return "followers: { range-follower: { venue: pool, ranges: [ 1, 2 ], capital: 100 ETH,"
                + " other-capital: 100 k USD, every: 5 min, count: " + count + " } }";
    }

    @Test
    void providesInTheRangeAroundThePrice() {
        Played played = new Played(WORLD.formatted(followers(1))).blocks(10);
        assertThat(played.balance("followers/1", "pool.range-1")).isPositive();
        assertThat(played.balance("followers/1", "pool.range-2")).isZero();
        assertThat(left(played, "followers/1")).as("of 200 k").isLessThan(20_000_000_000L);
    }

    @Test
    void movesAfterThePriceAndSwapsUntilItFits() {
        Played played = new Played(WORLD.formatted(followers(1))).blocks(60);
        assertThat(played.balance("followers/1", "pool.range-1")).isZero();
        assertThat(played.balance("followers/1", "pool.range-2")).isPositive();
        assertThat(left(played, "followers/1")).isLessThan(40_000_000_000L);
    }

    /** What is still in its wallet, in millionths of USD at a price of 1,000. */
    private static long left(Played played, String wallet) {
        return 1000 * played.balance(wallet, "ETH") + played.balance(wallet, "USD");
    }

    /** All sell what the fall left them, into ranges that they have just emptied: the pool overshoots the market. */
    @Test
    void severalInStepPushThePriceBelowTheMarket() {
        double one = lowest(new Played(WORLD.formatted(followers(1))));
        double five = lowest(new Played(WORLD.formatted(followers(5))));
        assertThat(one).isLessThan(0.98 * 850);
        assertThat(850 - five).isGreaterThan(1.4 * (850 - one));
    }

    private static double lowest(Played played) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int block = 0; block < 70; block++) {
            lowest = Math.min(lowest, played.blocks(1).paid("ETH", 1000, "USD"));
        }
        return lowest;
    }

    @Test
    void afterAWhileAllHaveMoved() {
        Played played = new Played(WORLD.formatted(followers(5))).blocks(200);
        for (int follower = 1; follower <= 5; follower++) {
            assertThat(played.balance("followers/" + follower, "pool.range-2")).isPositive();
            assertThat(left(played, "followers/" + follower)).isLessThan(40_000_000_000L);
        }
    }
}
