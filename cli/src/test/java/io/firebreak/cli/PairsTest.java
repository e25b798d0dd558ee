package io.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.PluginLoader;
import io.firebreak.testkit.catalogue.Catalogue;
import io.firebreak.testkit.kit.Campaign;
import io.firebreak.testkit.kit.Verdict;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Liquidation models at venues where accounts have several collaterals and debts, and where they trade contracts. */
final class PairsTest {
    private static final Mechanisms MECHANISMS =
            new PluginLoader().load(Option.none()).getOrElseThrow(faults -> new AssertionError(faults.mkString("\n")));
    private static final String GIVEN =
            """
            pooled-lending: { numeraire: USD, markets: [ { asset: ETH, oracle: eth, rate: { kinked: {} } }, { asset: wETH, oracle: eth, rate: { kinked: {} } }, { asset: USD, rate: { kinked: {} } } ] }
            """;

    private static Candidate pair(String model, String venue) {
        return new Suite(MECHANISMS, GIVEN)
                .pairs(
                        MECHANISMS
                                .all()
                                .filter(each ->
                                        each.name().equals(model) || each.name().equals(venue)),
                        new Campaign.Effort(1, 1))
                .single();
    }

    /** Rule 406: all bands of an account are collaterals, and each auction took the largest for all of the debt. */
    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({
        "dutch-auction, soft-liquidation",
        "english-auction, soft-liquidation",
        "batch-auction, soft-liquidation",
        "dutch-auction, pooled-lending",
        "english-auction, pooled-lending",
        "batch-auction, pooled-lending",
    })
    void aLotTakesNoGreaterShareOfTheDebtThanOfAllThatStandsBehindIt(String model, String venue) {
        assertThat(verdict(406, pair(model, venue), 60)).isInstanceOf(Verdict.Held.class);
    }

    /** Rule 365: what nobody bore of a loss was counted as the suppliers', and the market had written it off. */
    @ParameterizedTest(name = "{0} × reference-loan")
    @ValueSource(strings = {"instant", "offset", "seizure", "reference-auction"})
    void whoJoinsAfterALossLeavesTheOthersTheirPart(String model) {
        assertThat(verdict(365, pair(model, "reference-loan"), 100)).isInstanceOf(Verdict.Held.class);
    }

    /** Rule 309: two bids of a batch cleared one debt, and what the first rounded up of it was missing beside the penalty. */
    @Test
    void noPenaltyIsTakenOfWhatTheSecondBidShouldHaveCleared() {
        assertThat(verdict(309, pair("batch-auction", "collateralised-debt"), 100))
                .isInstanceOf(Verdict.Held.class);
    }

    /** Rule 502: a bid too small on each half was tried again on one of them only, and counted as its liquidation. */
    @Test
    void aCapCountsTheSameOfBothHalvesOfAnAccount() {
        assertThat(verdict(502, pair("growing-discount", "liquidation-cap"), 60))
                .isInstanceOf(Verdict.Held.class);
    }

    /**
     * Rule 105: of an account that keeps a surplus the pool paid for a part, and the rest was no longer to be seized. Rule 505: a
     * pool took once of what was offered again and again, and more when something happened elsewhere.
     */
    @ParameterizedTest(name = "{0} × stability-pool, rule {1}")
    @CsvSource({"offset, 105", "fixed-spread, 505"})
    void whoStandsReadyIsLetTakeAllThatIsOffered(String model, int rule) {
        assertThat(verdict(rule, pair(model, "stability-pool"), 100)).isInstanceOf(Verdict.Held.class);
    }

    /**
     * Rule 316: an invitation outlived a kick of a part, with the reward of all; bands were valued after the kick had moved them.
     * Rules 112 and 371: a pool bid on a batch, for which it got nothing at once, again and again. Rule 310: the last unit of a
     * lot shrinks no further.
     */
    @ParameterizedTest(name = "{0} × {1}, rule {2}")
    @CsvSource({
        "dutch-auction, pooled-lending, 316",
        "dutch-auction, soft-liquidation, 316",
        "offset, soft-liquidation, 316",
        "batch-auction, stability-pool, 112",
        "batch-auction, stability-pool, 371",
        "english-auction, soft-liquidation, 310",
    })
    void whatIsPromisedInAPairIsKept(String model, String venue, int rule) {
        assertThat(verdict(rule, pair(model, venue), 100)).isNotInstanceOf(Verdict.Broken.class);
    }

    /** In a fifth of the tries they did not meet every edge. */
    @Test
    void instantLiquidationOfContractsMeetsEveryEdge() {
        Candidate pair = pair("instant", "pool-perp");
        assertThat(new Campaign(pair.subjects().head(), Catalogue.all())
                        .run(new Campaign.Effort(500, 1))
                        .unmet())
                .isEmpty();
    }

    private static Verdict verdict(int number, Candidate pair, int tries) {
        return new Campaign(pair.subjects().head(), Catalogue.all().filter(rule -> rule.number() == number))
                .run(new Campaign.Effort(tries, 1))
                .verdicts()
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"english-auction", "batch-auction", "seizure", "offset"})
    void whatNeverLiquidatesContractsSaysWhy(String model) {
        assertThat(pair(model, "pool-perp").whyNot()).startsWith(model + " never liquidates contracts: ");
        assertThat(pair(model, "collateralised-debt").whyNot()).isEmpty();
    }
}
