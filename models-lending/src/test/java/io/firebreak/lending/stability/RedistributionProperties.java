package io.firebreak.lending.stability;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.lending.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is shared out by collateral leaves nobody behind who was not behind before. */
class RedistributionProperties {
    private static final String WORLD =
            """
            scenario: shared-out
            clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:05:00Z, block-time: 1 min }
            assets:
              ETH: { decimals: 9 }
              LUSD: { decimals: 6 }
            outside-markets:
              ETH: { path: { fixed: { price: 100 } } }
              LUSD: { path: { fixed: { price: 1 } } }
            oracles:
              eth: { spot: { of: ETH } }
            venues:
              troves:
                collateralised-debt: { collateral: ETH, debt: LUSD, oracle: eth, min-ratio: 110%%, stability-fee: 0%% per year }
                accounts:
                  - group:
                    - { account: victim, holdings: [ 100 ETH, -9500 LUSD ] }
            %s
                liquidation: { offset: {} }
                losses: [ redistribute ]
            wallets:
              zoe: [ 1 LUSD ]
            """;

    /**
     * An account.
     *
     * @param percent collateral value ÷ debt
     */
    record Row(int ether, int percent) {
        String text(int number) {
            double debt = ether * 100.0 * 100 / percent;
            return String.format(
                    Locale.ROOT, "        - { account: a%d, holdings: [ %d ETH, -%.6f LUSD ] }%n", number, ether, debt);
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.integers().between(111, 600))
                .as(Row::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(6);
    }

    @Property(tries = 30)
    void redistributionKeepsTheOrderOfCollateralRatios(@ForAll("rows") List<Row> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append(rows.get(i).text(i));
        }
        Stage stage = Stage.of(Files.createTempDirectory("shared-out"), WORLD.formatted(text));
        stage.kick("zoe", "troves", "troves/victim");
        stage.next();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                if (rows.get(i).percent() < rows.get(j).percent()) {
                    assertThat(ratio(stage, i)).as("a%d beside a%d", i, j).isLessThan(ratio(stage, j));
                }
            }
            assertThat(ratio(stage, i)).isLessThan(rows.get(i).percent() / 100.0);
        }
        stage.ends();
    }

    private static double ratio(Stage stage, int account) {
        return stage.holds("troves/a" + account, "ETH") * 100 / -stage.holds("troves/a" + account, "LUSD");
    }
}
