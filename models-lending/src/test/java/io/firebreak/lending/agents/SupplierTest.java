package io.firebreak.lending.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplierTest {
    private static final VenueRef VENUE = new VenueRef("venue");
    private static final String POOLED =
            "pooled-lending: { numeraire: USD, markets: [ { asset: ETH, oracle: eth, rate: { kinked: {} } }, "
                    + "{ asset: USD, rate: { kinked: {} } } ] }";
    private static final String ISOLATED = "isolated-lending: { loan: USD, collateral: ETH, oracle: eth, rate: {} }";
    private static final String ABSORBING =
            "absorbing-lending: { loan: USD, collateral: [ { asset: ETH, oracle: eth } ], borrow-rate: { kinked: {} }, "
                    + "supply-rate: { kinked: {} } }";
    private static final String WORLD =
            """
            scenario: suppliers
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-02T00:00:00Z, block-time: 1 min }
            assets: { ETH: { decimals: 9 }, USD: { decimals: 6 } }
            outside-markets:
              ETH: { path: { scripted: { start: 2000, points: [ { at: 30 min, price: %s } ], straight: false } }, impact: none }
              USD: { path: { fixed: { price: 1 } }, impact: none }
            oracles: { eth: { spot: { of: ETH } } }
            venues: { venue: { %s } }
            wallets: { borrower: [ 1000 ETH, 100 k USD ], keeper: [ 1 M USD ] }
            agents: { who: { supplier: { count: 4, venue: venue, capital: 100 k USD, every: 10 min, %s } } }
            """;

    @TempDir
    Path folder;

    private Stage stage(String price, String venue, String more) throws IOException {
        return Lenders.after(2, Stage.of(folder, WORLD.formatted(price, venue, more)));
    }

    private static void borrow(Stage stage, long ether, long dollars) {
        stage.does("borrower", new Action.Deposit(VENUE, stage.asset("ETH"), Quantity.of(ether * 1_000_000_000)));
        stage.does("borrower", new Action.Borrow(VENUE, stage.asset("USD"), Quantity.of(dollars * 1_000_000)));
    }

    private static double[] dollars(Stage stage) {
        return DoubleStream.of(1, 2, 3, 4)
                .map(each -> stage.has("who/" + (int) each, "USD"))
                .sorted()
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {POOLED, ISOLATED, ABSORBING})
    void runWhenTooMuchIsLentAndTheFirstHaveWhatIsAtHand(String venue) throws IOException {
        Stage stage = stage("2000", venue, "most-lent: 50%");
        assertThat(dollars(stage)).containsOnly(0);
        borrow(stage, 1000, 190_000);
        assertThat(dollars(Lenders.after(20, stage))).as("47.5 % are lent").containsOnly(0);
        stage.does("borrower", new Action.Borrow(VENUE, stage.asset("USD"), Quantity.of(60_000_000_000L)));
        double[] first = dollars(Lenders.after(20, stage));
        assertThat(DoubleStream.of(first).sum()).isCloseTo(150_000, within(20.0));
        assertThat(first[0]).isZero();
        assertThat(first[3]).isCloseTo(100_000, within(20.0));
        stage.does("borrower", new Action.Repay(VENUE, stage.asset("USD"), Quantity.all()));
        double[] then = dollars(Lenders.after(3, stage));
        assertThat(DoubleStream.of(then).sum())
                .as("those who wait have what comes back")
                .isCloseTo(400_000, within(100.0));
        stage.ends();
    }

    @Test
    void runWhenAnAssetFalls() throws IOException {
        String news = "news: { asset: ETH, fall: 10% }";
        assertThat(dollars(Lenders.after(60, stage("1801", ISOLATED, news)))).containsOnly(0);
        assertThat(dollars(Lenders.after(45, stage("1799", ISOLATED, news)))).containsOnly(100_000);
    }

    /** 100 ETH at 2,000 for 160,000; at 1,000 the liquidator leaves 160,000 − 100,000 ÷ 1.05 unpaid. */
    @Test
    void runWhenSomethingIsMissing() throws IOException {
        String venue = POOLED + ", liquidation: { fixed-spread: { close-factor: 100%, liquidation-bonus: 5% } }";
        String keeper =
                "most-missing: 1% } }, keepers: { keeper: { capital: 500 k USD, venue: venue, market: ETH, discount: 0%";
        Stage stage = stage("1000", venue, keeper);
        borrow(stage, 100, 150_000);
        assertThat(dollars(Lenders.after(25, stage))).containsOnly(0);
        double[] out = dollars(Lenders.after(25, stage));
        assertThat(DoubleStream.of(out).sum())
                .as("all but what was never paid back, 150,000 − 100,000 ÷ 1.05, is there to be taken")
                .isCloseTo(400_000 - 150_000 + 100_000 / 1.05, within(50.0));
        assertThat(out[0]).as("whoever came last is left with it").isLessThan(50_000);
    }

    @Test
    void depositorsOfAStabilityPoolRunToo() throws IOException {
        String venue = "collateralised-debt: { collateral: ETH, debt: USD, oracle: eth }, "
                + "accounts: [ { account: big, holdings: [ 100 k ETH, -50 M USD ] } ] }, "
                + "stability: { stability-pool: { venue: venue, debt: USD, collateral: ETH }";
        Stage stage = Stage.of(
                folder,
                WORLD.formatted("1700", venue, "news: { asset: ETH, fall: 10% }")
                        .replace("supplier: { count: 4, venue: venue", "supplier: { count: 4, venue: stability"));
        assertThat(dollars(Lenders.after(5, stage))).containsOnly(0);
        assertThat(dollars(Lenders.after(40, stage))).containsOnly(100_000);
    }
}
