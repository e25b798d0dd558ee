package io.firebreak.amm.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.action.Reason;
import io.firebreak.api.ledger.AccountId;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.testkit.world.OneVenue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Terra's market by its own formula (classic-core, x/market/keeper/swap.go): spreads, and how much a day it redeems at a
 * spread of 2 %, before and after its pools were doubled in May 2022.
 */
class TerraMarketTest {
    private static final Asset UST = new Asset(0, "UST", 6);
    private static final Asset LUNA = new Asset(1, "LUNA", 6);
    private static final long MILLION = 1_000_000_000_000L;
    private static final int BLOCKS_PER_DAY = 14_400;

    private OneVenue<VirtualPools> market = market(50, 36, "0.02");
    private final AccountId trader = market.wallet("trader");

    private static MintBurn model(long baseMillions, int recovery, String minSpread) {
        return new MintBurn(
                UST,
                LUNA,
                new OracleRef("luna"),
                new Parcel(UST, baseMillions * MILLION),
                recovery,
                Ratio.of(minSpread));
    }

    private static OneVenue<VirtualPools> market(long baseMillions, int recovery, String minSpread) {
        OneVenue<VirtualPools> venue = new OneVenue<>(model(baseMillions, recovery, minSpread), UST, LUNA);
        AccountId trader = venue.wallet("trader");
        return venue.post(new Posting(venue.own("issuer"), trader, UST, 2000 * MILLION))
                .post(new Posting(venue.own("issuer"), trader, LUNA, 2000 * MILLION))
                .price("80");
    }

    private long swap(Asset give, long units, Asset get) {
        return market.act(trader, new Action.Swap(OneVenue.VENUE, give, Quantity.of(units), get, 0))
                .get();
    }

    @ParameterizedTest(name = "{0} M of 50 M cost {1} %")
    @CsvSource({"5, 9.0909", "10, 16.6667", "25, 33.3333", "50, 50"})
    void theSpreadGrowsWithWhatIsRedeemed(long millions, double percent) {
        long luna = swap(UST, millions * MILLION, LUNA);
        assertThat(100 - 100 * luna * 80.0 / (millions * MILLION)).isCloseTo(percent, within(5e-5));
    }

    /** Redeems every block what brings the spread of that block's swap to 2 %, and counts a day of it. */
    private static double redeemedPerDay(long baseMillions, int recovery) {
        MintBurn model = model(baseMillions, recovery, "0");
        OneVenue<VirtualPools> venue = market(baseMillions, recovery, "0");
        AccountId trader = venue.wallet("trader");
        double day = 0;
        int blocks = 400;
        for (int block = 0; block < 2 * blocks; block++) {
            long units = most(model, venue);
            venue.act(trader, new Action.Swap(OneVenue.VENUE, UST, Quantity.of(units), LUNA, 0));
            day += block < blocks ? 0 : (double) units / MILLION / blocks * BLOCKS_PER_DAY;
            venue.post(new Posting(venue.own("issuer"), trader, UST, units)).after(6000);
        }
        return day;
    }

    private static long most(MintBurn model, OneVenue<VirtualPools> venue) {
        long low = 0;
        long high = 100 * MILLION;
        while (high - low > 1000) {
            long middle = (low + high) / 2;
            long luna = model.quote(venue.state(), UST, middle, LUNA, venue);
            if (luna * 80.0 >= 0.98 * middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * {@code base·((1 − 2 %)^−½ − 1)·14,400 ÷ recovery} in continuous time, at 1.443 $ per SDR. Block by block each swap starts
     * from pools that have already recovered: half a block's worth more.
     */
    @ParameterizedTest(name = "{0} M SDR recovering in {1} blocks redeem {2} M $ a day")
    @CsvSource({"50, 36, 293.0", "100, 18, 1172.0"})
    void aDayRedeemsSoMuchAtTwoPercent(long baseMillions, int recovery, double dollars) {
        double continuous = baseMillions * (1 / Math.sqrt(0.98) - 1) * BLOCKS_PER_DAY / recovery * 1.443;
        assertThat(continuous).isCloseTo(dollars, within(0.05));
        assertThat(redeemedPerDay(baseMillions, recovery) * 1.443 / dollars)
                .isCloseTo(1 + 0.5 / recovery, within(0.001));
    }

    @Test
    void thereIsNoLessThanTheLeastSpread() {
        assertThat(swap(UST, 80_000_000, LUNA)).isEqualTo(980_000);
        assertThat(market.balance(market.treasury(), LUNA)).isEqualTo(20_000);
    }

    @Test
    void mintingTheStablecoinBackIsCheapAfterRedemptions() {
        swap(UST, 10 * MILLION, LUNA);
        // Its pool is the fuller one: only the least spread is taken.
        assertThat(swap(LUNA, 1_000_000, UST)).isEqualTo(78_400_000);
    }

    @Test
    void redeemedUnitsAreGoneAndMintedOnesAreNew() {
        long before = -market.balance(market.own("issuer"), LUNA);
        long luna = swap(UST, MILLION, LUNA);
        assertThat(-market.balance(market.own("issuer"), UST)).isEqualTo(1999 * MILLION);
        assertThat(-market.balance(market.own("issuer"), LUNA) - before)
                .isEqualTo(luna + market.balance(market.treasury(), LUNA));
    }

    /** The spiral: at a hundredth of a cent the same stablecoin mints eight hundred thousand times as much. */
    @Test
    void theLessItIsWorthTheMoreIsMinted() {
        long atEighty = swap(UST, MILLION, LUNA);
        market.after(6000);
        for (int block = 0; block < 2000; block++) {
            market.after(6000);
        }
        market.price("0.0001");
        assertThat(swap(UST, MILLION, LUNA) / (double) atEighty).isCloseTo(800_000, within(1.0));
    }

    @Test
    void theLedgersRangeIsTheLastLimit() {
        market.price("0.0000000001");
        assertThat(market.act(trader, new Action.Swap(OneVenue.VENUE, UST, Quantity.of(1000 * MILLION), LUNA, 0))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.TOO_SMALL);
    }

    @Test
    void withoutAPriceThereIsNoSwap() {
        OneVenue<VirtualPools> silent = new OneVenue<>(model(50, 36, "0.02"), UST, LUNA);
        silent.post(new Posting(silent.own("issuer"), silent.wallet("trader"), UST, MILLION));
        assertThat(silent.act(
                                silent.wallet("trader"),
                                new Action.Swap(OneVenue.VENUE, UST, Quantity.of(MILLION), LUNA, 0))
                        .getLeft()
                        .reason())
                .isEqualTo(Reason.NO_PRICE);
    }
}
