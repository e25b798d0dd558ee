package io.firebreak.lending.seizure;

import static io.firebreak.lending.FakeVenueView.ALI;
import static io.firebreak.lending.FakeVenueView.ETH;
import static io.firebreak.lending.FakeVenueView.LOAN;
import static io.firebreak.lending.FakeVenueView.MKR;
import static io.firebreak.lending.FakeVenueView.OUTSIDE;
import static io.firebreak.lending.FakeVenueView.VAULT;
import static io.firebreak.lending.FakeVenueView.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Rejection;
import io.firebreak.api.ledger.Posting;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.lending.FakeVenueView;
import io.firebreak.lending.Stage;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into the next lot: of a vault of ETH, and of one that also holds or owes MKR. */
class PortionTest {
    private static final double UNIT = 1e-5;
    private static final String POOL =
            """
            scenario: several
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:05:00Z, block-time: 1 min }
            assets: { ETH: { decimals: 9 }, BTC: { decimals: 8 }, LINK: { decimals: 9 }, DAI: { decimals: 6 }, USDC: { decimals: 6 } }
            outside-markets:
              ETH: { path: { fixed: { price: 1000 } } }
              BTC: { path: { fixed: { price: 30000 } } }
              LINK: { path: { fixed: { price: 10 } } }
              DAI: { path: { fixed: { price: 1 } } }
              USDC: { path: { fixed: { price: 1 } } }
            oracles: { eth: { spot: { of: ETH } }, btc: { spot: { of: BTC } }, link: { spot: { of: LINK } } }
            venues:
              pool:
                pooled-lending:
                  numeraire: USDC
                  markets:
                    - { asset: ETH, oracle: eth, rate: { kinked: {} } }
                    - { asset: BTC, oracle: btc, rate: { kinked: {} } }
                    - { asset: LINK, oracle: link, rate: { kinked: {} } }
                    - { asset: DAI, rate: { kinked: {} } }
                    - { asset: USDC, rate: { kinked: {} } }
                accounts:
                  - { account: lenders, holdings: [ 1 M DAI, 1 M USDC, 1 ETH, 1 BTC, 1 LINK ] }
                  - { account: loan, holdings: [ 10 ETH, 0.2 BTC, 400 LINK, -12800 DAI, -6400 USDC ] }
                liquidation: { %s }
            wallets: { zoe: [ 1 USDC ] }
            """;

    @TempDir
    Path folder = Path.of("");

    private final FakeVenueView view =
            new FakeVenueView().price(ETH, "100").price(MKR, "50").also(MKR);

    private Portion next() {
        return Portion.of(VAULT, view).get();
    }

    @Test
    void aVaultOfOneCollateralAndOneDebtGoesAsAWhole() {
        view.loan(VAULT, units("10"), units("900")).withoutPrice(ETH);
        assertThat(next()).isEqualTo(new Portion(VAULT, LOAN, units("10"), units("900")));
    }

    @Test
    void oneOfTwoCollateralsGoesWithItsShareOfTheDebt() {
        view.loan(VAULT, units("3"), units("200")).give(VAULT, MKR, units("2"));
        assertThat(next()).isEqualTo(new Portion(VAULT, LOAN, units("3"), units("150")));
    }

    @Test
    void oneOfTwoDebtsGoesWithItsShareOfTheCollateral() {
        view.loan(VAULT, units("4"), units("150")).post(new Posting(VAULT, OUTSIDE, MKR, units("1")));
        assertThat(next()).isEqualTo(new Portion(VAULT, LOAN, units("3"), units("150")));
    }

    @Test
    void aUnitOfTheDebtGoesAtLeast() {
        view.loan(VAULT, 1, 1).give(VAULT, MKR, 1);
        assertThat(next()).isEqualTo(new Portion(VAULT, LOAN, 1, 1));
    }

    @Test
    void nothingGoesWhereNothingIsOwed() {
        assertThat(Portion.of(ALI, view)).isEqualTo(Option.none());
    }

    @Property
    void takesNoGreaterShareOfTheDebtThanOfTheCollateral(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long ether,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long maker,
            @ForAll @LongRange(min = 2, max = 1_000_000_000_000L) long dai,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long owedMaker) {
        FakeVenueView two =
                new FakeVenueView().price(ETH, "100").price(MKR, "50").also(MKR);
        two.loan(VAULT, ether, dai).give(VAULT, MKR, maker);
        boolean nets = maker > 0 && owedMaker > 0;
        two.post(new Posting(VAULT, OUTSIDE, MKR, nets ? 0 : owedMaker));
        Portion portion = Portion.of(VAULT, two).get();
        double held = 100.0 * ether + 50.0 * maker;
        double owed = dai + (nets ? 0 : 50.0 * owedMaker);
        assertThat((portion.want() - 1) / owed).isLessThanOrEqualTo(100.0 * (portion.give() + 1) / held * (1 + 1e-12));
        assertThat(portion.give() == ether || portion.want() == dai).isTrue();
    }

    private Stage stage(String liquidation) throws IOException {
        return Stage.of(folder, POOL.formatted(liquidation));
    }

    private static Either<Rejection, Long> kick(Stage stage) {
        return stage.tries(
                "zoe",
                new Action.Kick(
                        new VenueRef("pool"), stage.scene().account("pool/loan").get()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dutch-auction: { curve: stair-step }", "english-auction: { }", "batch-auction: { }"})
    void threeCollateralsAndTwoDebtsGoIntoFourLots(String auction) throws IOException {
        Stage stage = stage(auction);
        for (int lot = 1; lot <= 4; lot++) {
            assertThat(kick(stage).isRight()).as("kick " + lot).isTrue();
        }
        assertLot(stage, 1, "pool.ETH", 10, "DAI", -9600);
        assertLot(stage, 2, "pool.BTC", 0.2, "USDC", -5760);
        assertLot(stage, 3, "pool.LINK", 1000 / 3.0, "DAI", -3200);
        assertLot(stage, 4, "pool.LINK", 200 / 3.0, "USDC", -640);
        assertThat(kick(stage).isLeft()).isTrue();
        stage.ends();
    }

    private static void assertLot(Stage stage, int lot, String give, double given, String want, double owed) {
        assertThat(stage.holds("pool/lot-" + lot, give)).isCloseTo(given, within(UNIT));
        assertThat(stage.holds("pool/lot-" + lot, want)).isCloseTo(owed, within(UNIT));
        int number = stage.scene().account("pool/lot-" + lot).get().index();
        assertThat(stage.scene().view(0).holdings(stage.scene().id(number))).hasSize(2);
    }

    @Test
    void whatNobodyStandsReadyForIsGivenUpPortionByPortion() throws IOException {
        Stage stage = stage("offset: { finder-share: 0% }");
        for (int lot = 1; lot <= 4; lot++) {
            assertThat(kick(stage).isRight()).as("kick " + lot).isTrue();
        }
        int loan = stage.scene().account("pool/loan").get().index();
        assertThat(stage.scene().view(0).holdings(stage.scene().id(loan))).isEmpty();
        stage.ends();
    }
}
