package io.firebreak.lending.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.lending.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Troves at ETH of 2,000; 20 M LUSD are owed, and the fee of a redemption of 1 % of it is .5 % + .5 %. */
class RedeemerTest {
    private static final String WORLD =
            """
            scenario: redeemers
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-02T00:00:00Z, block-time: 1 min }
            assets: { ETH: { decimals: 9 }, LUSD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { fixed: { price: 2000 } }, impact: none }
              LUSD: { path: { fixed: { price: %s } }, %s }
            oracles: { eth: { fixed: { price: 2000 } } }
            venues:
              troves:
                trove: { collateral: ETH, debt: LUSD, oracle: eth, min-debt: 1800 LUSD }
                accounts:
                  - { account: big, holdings: [ 30 k ETH, -19.8 M LUSD ] }
                  - { account: risky, holdings: [ 200 ETH, -200 k LUSD ] }
            agents:
              redeemers: { redeemer: { venue: troves, capital: 400 k LUSD, into: ETH, market: ETH %s } }
            """;

    @TempDir
    Path folder;

    private Stage run(String price, String impact, String more) throws IOException {
        return Lenders.after(10, Stage.of(folder, WORLD.formatted(price, impact, more)));
    }

    @Test
    void redeemsTheRiskiestWhereTheStablecoinIsCheap() throws IOException {
        Stage stage = run("0.97", "impact: none", "");
        assertThat(stage.holds("troves/risky", "LUSD")).isCloseTo(0, within(0.0));
        assertThat(stage.has("redeemers/1", "LUSD")).isGreaterThan(401_000);
        assertThat(stage.has("redeemers/1", "ETH")).isZero();
        stage.ends();
    }

    @Test
    void leavesItAloneWhereFeeOrGainEatUpTheDiscount() throws IOException {
        assertThat(run("0.996", "impact: none", "").has("redeemers/1", "LUSD")).isEqualTo(400_000);
        assertThat(run("0.97", "impact: none", ", min-profit: 100 k LUSD").has("redeemers/1", "LUSD"))
                .isEqualTo(400_000);
    }

    /** The fee rises by half of the redeemed part: what it redeems before it stops is about twice the discount less the least fee. */
    @Test
    void stopsWhereTheFeeHasRisenToTheDiscount() throws IOException {
        Stage stage = run("0.98", "impact: none", "");
        double redeemed = 20_000_000 + stage.holds("troves/risky", "LUSD") + stage.holds("troves/big", "LUSD");
        assertThat(redeemed / 20_000_000).isBetween(0.005, 2 * (1 / 0.98 - 1 - 0.005));
    }

    @Test
    void buyingBackMovesTheMarketToPar() throws IOException {
        Stage stage = run("0.97", "depth: 50 k USD per 2%, recovery: 100 d", "");
        double redeemed = 20_000_000 + stage.holds("troves/risky", "LUSD") + stage.holds("troves/big", "LUSD");
        assertThat(redeemed).isBetween(20_000.0, 100_000.0);
        stage.ends();
    }
}
