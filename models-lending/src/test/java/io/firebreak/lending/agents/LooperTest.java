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

class LooperTest {
    private static final String VENUES = "io.firebreak.lending.agents.Lenders#venues";

    @TempDir
    Path folder;

    private Stage stage(String price, String venue, String more) throws IOException {
        return Lenders.stage(
                folder,
                price,
                venue,
                "looper: { venue: venue, capital: 100 ETH, debt: USD, market: ETH, every: 5 min, " + more + " }");
    }

    @ParameterizedTest
    @MethodSource(VENUES)
    void leversUpRoundByRoundToItsLeverage(String venue) throws IOException {
        Stage stage = stage("2000", venue, "leverage: 2, unwinds-below: 100%");
        assertThat(Lenders.leverage(Lenders.after(1, stage), 2000))
                .as("one round")
                .isBetween(1.4, 1.99);
        Lenders.after(25, stage);
        assertThat(Lenders.leverage(stage, 2000)).isCloseTo(2, within(0.02));
        stage.ends();
    }

    /** 2,000 → 1,800: at a leverage of 2 the debt is half of what the collateral was worth, and 55.6 % of what it is. */
    @ParameterizedTest
    @MethodSource(VENUES)
    void unwindsInPartWhenItsHealthFalls(String venue) throws IOException {
        Stage stage = Lenders.after(29, stage("1800", venue, "leverage: 2, unwinds-below: 200%, target: 210%"));
        double before = Lenders.health(stage);
        double owed = Lenders.owed(stage);
        Lenders.after(40, stage);
        assertThat(before).isGreaterThan(1.2);
        assertThat(Lenders.health(stage)).isCloseTo(2.1, within(0.02));
        assertThat(Lenders.owed(stage)).isBetween(1.0, owed - 1);
        stage.ends();
    }

    @Test
    void leavesWhenTheLoanCostsMoreThanTheCollateralYields() throws IOException {
        String dear = "collateralised-debt: { collateral: ETH, debt: USD, oracle: eth, stability-fee: %s per year }, "
                + "accounts: [ { account: big, holdings: [ 100 k ETH, -50 M USD ] } ]";
        String yields = "leverage: 2, unwinds-below: 100%, yield: 4% per year";
        Stage cheap = Lenders.after(60, stage("2000", dear.formatted("7%"), yields));
        assertThat(Lenders.leverage(cheap, 2000))
                .as("4 % of twice as much as is owed")
                .isCloseTo(2, within(0.02));
        Stage left = Lenders.after(60, stage("2000", dear.formatted("9%"), yields));
        assertThat(left.has("who/1", "ETH")).isCloseTo(100, within(0.01));
        assertThat(left.has("who/1", "USD")).isLessThan(1);
    }

    @Test
    void whoWaitedTooLongCannotUnwind() throws IOException {
        String strict = "collateralised-debt: { collateral: ETH, debt: USD, oracle: eth, stability-fee: 0% per year }, "
                + "accounts: [ { account: big, holdings: [ 100 k ETH, -50 M USD ] } ]";
        Stage stage = Lenders.after(90, stage("1400", strict, "leverage: 2, unwinds-below: 120%, target: 150%"));
        assertThat(Lenders.health(stage)).isLessThan(1);
        assertThat(Lenders.owed(stage)).isCloseTo(200_000, within(2000.0));
    }
}
