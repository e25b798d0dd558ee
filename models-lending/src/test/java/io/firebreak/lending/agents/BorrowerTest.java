package io.firebreak.lending.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firebreak.lending.Stage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ETH falls by 15 % after half an hour: a health of 1.30 becomes 1.105. */
class BorrowerTest {
    private static final String VENUES = "io.firebreak.lending.agents.Lenders#venues";
    private static final String ISSUER =
            "collateralised-debt: { collateral: ETH, debt: USD, oracle: eth, stability-fee: 0% per year }, "
                    + "accounts: [ { account: big, holdings: [ 100 k ETH, -50 M USD ] } ]";

    @TempDir
    Path folder;

    private Stage stage(String venue, String more) throws IOException {
        return Lenders.stage(
                folder,
                "1700",
                venue,
                "borrower: { venue: venue, pledge: 100 ETH, debt: USD, least-health: 130%, most-health: 130%, every: 10 min, "
                        + more + " }");
    }

    @ParameterizedTest
    @MethodSource(VENUES)
    void beginsAtItsHealthAndRepaysBackToIt(String venue) throws IOException {
        Stage stage = Lenders.after(29, stage(venue, "reserve: [ 200 k USD ]"));
        assertThat(Lenders.health(stage)).isCloseTo(1.3, within(0.01));
        double owed = Lenders.owed(stage);
        Lenders.after(21, stage);
        assertThat(Lenders.health(stage)).isCloseTo(1.3, within(0.01));
        assertThat(Lenders.owed(stage)).isCloseTo(owed * 0.85, within(0.01 * owed));
        assertThat(stage.has("who/1", "ETH")).isZero();
        stage.ends();
    }

    @ParameterizedTest
    @MethodSource(VENUES)
    void addsCollateral(String venue) throws IOException {
        Stage stage = Lenders.after(50, stage(venue, "reserve: [ 100 ETH ]"));
        assertThat(Lenders.health(stage)).isCloseTo(1.3, within(0.01));
        assertThat(stage.has("who/1", "ETH")).isCloseTo(100 - 100 * (1 / 0.85 - 1), within(0.9));
        stage.ends();
    }

    @Test
    void doesWhatItCanWhereTheReserveIsTooSmallAndNeverSpendsWhatItBorrowed() throws IOException {
        Stage stage = Lenders.after(90, stage(ISSUER, "reserve: [ 1000 USD, 1 ETH ]"));
        double borrowed = 200_000 / 1.5 / 1.3;
        assertThat(Lenders.owed(stage)).isCloseTo(borrowed - 1000, within(0.01));
        assertThat(stage.has("who/1", "USD")).isCloseTo(borrowed, within(0.01));
        assertThat(stage.has("who/1", "ETH")).isZero();
        assertThat(Lenders.health(stage)).isCloseTo(101 * 1700 / 1.5 / (borrowed - 1000), within(1e-6));
    }

    @Test
    void standsInDangerUntilItsMessageArrives() throws IOException {
        String reserve = "reserve: [ 200 k USD ], acts-below: 115%";
        Stage late = Lenders.after(48, stage(ISSUER, reserve + ", latency: 20"));
        assertThat(Lenders.health(late)).as("on its way").isCloseTo(1.105, within(0.001));
        assertThat(Lenders.health(Lenders.after(30, late))).isCloseTo(1.3, within(0.01));
    }

    @Test
    void leavesALoanAloneThatIsHealthyEnough() throws IOException {
        Stage stage = Lenders.after(90, stage(ISSUER, "reserve: [ 200 k USD ], acts-below: 110%"));
        assertThat(Lenders.health(stage)).isCloseTo(1.105, within(0.001));
        assertThat(stage.has("who/1", "USD")).isGreaterThan(300_000);
    }

    @Test
    void defendsAnAccountThatTheScenarioGivesIt() throws IOException {
        Stage stage = Lenders.stage(
                folder,
                "1700",
                "collateralised-debt: { collateral: ETH, debt: USD, oracle: eth }, accounts: [ "
                        + "{ account: big, holdings: [ 100 k ETH, -50 M USD ] }, "
                        + "{ account: his, owner: who/1, holdings: [ 100 ETH, -100 k USD ] } ]",
                "borrower: { venue: venue, pledge: 0 ETH, debt: USD, reserve: [ 100 k USD ], every: 10 min }");
        Lenders.after(60, stage);
        assertThat(stage.holds("venue/his", "USD")).isCloseTo(-100 * 1700 / 1.5 / 1.3, within(10.0));
    }
}
