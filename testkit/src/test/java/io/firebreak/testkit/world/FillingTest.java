package io.firebreak.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.number.Decimal;
import io.firebreak.api.number.Ratio;
import io.firebreak.api.oracle.OracleModel;
import io.firebreak.api.oracle.OracleView;
import io.firebreak.api.oracle.Publication;
import io.firebreak.api.plugin.DataFile;
import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.Nothing;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.core.scenario.MechanismReader;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.collection.Vector;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FillingTest {
    private static final Mechanisms MECHANISMS = PluginLoader.of(new Made()).get();

    /** Asks for one of everything. */
    public record Everything(
            Asset moving,
            Asset money,
            Asset wrapped,
            OracleRef of,
            MarketRef at,
            Parcel some,
            Parcel other,
            @Parameter(value = "small", max = "2%") Ratio small,
            @Parameter(value = "large", min = "2") Decimal large,
            @Parameter(value = "price", unit = "USD per whole unit") Decimal price,
            Duration from,
            Duration to,
            @Parameter(value = "has a preset", preset = "7") int preset)
            implements OracleModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Publication<Nothing> step(Nothing state, OracleView view) {
            throw new UnsupportedOperationException("is only filled");
        }
    }

    /** Asks for what nobody can make up. */
    public record OfFile(DataFile file) implements OracleModel<Nothing> {
        @Override
        public Nothing initial() {
            return Nothing.NOTHING;
        }

        @Override
        public Publication<Nothing> step(Nothing state, OracleView view) {
            throw new UnsupportedOperationException("is only filled");
        }
    }

    private static final class Made extends FirebreakModule {
        @Override
        protected void mechanisms() {
            mechanism("everything", Everything.class);
            mechanism("of-file", OfFile.class);
        }
    }

    private static Object filled(String name, String... given) {
        return new Filling(MECHANISMS)
                .fill(
                        MECHANISMS.named(name).head(),
                        Vector.of(given).map(text -> new MechanismReader.Given(text, "given")))
                .fold(no -> no, yes -> yes);
    }

    @Test
    void takesNamesOfTheSettingAndNumbersWithinBounds() {
        assertThat(filled("everything", ""))
                .isEqualTo(new Everything(
                        Setting.ETH,
                        Setting.USD,
                        Setting.WETH,
                        Setting.LIVE,
                        Setting.MARKET,
                        new Parcel(Setting.USD, 1_000_000_000),
                        new Parcel(Setting.ETH, 1_000_000_000),
                        Ratio.of("0.02"),
                        Decimal.of(3),
                        Decimal.of(2000),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(20),
                        7));
    }

    @Test
    void keepsWhatIsGiven() {
        Everything given = (Everything) filled("everything", "{ everything: { moving: BTC, large: 4, preset: 8 } }");
        assertThat(given.moving()).isEqualTo(Setting.BTC);
        assertThat(given.large()).isEqualTo(Decimal.of(4));
        assertThat(given.preset()).isEqualTo(8);
        assertThat(given.small()).isEqualTo(Ratio.of("0.02"));
    }

    @Test
    void takesEachParameterFromTheFirstTextThatHasIt() {
        Everything given = (Everything)
                filled("everything", "{ everything: { large: 4 } }", "{ everything: { large: 5, small: 1% } }");
        assertThat(given.large()).isEqualTo(Decimal.of(4));
        assertThat(given.small()).isEqualTo(Ratio.of("0.01"));
        assertThat(given.preset()).isEqualTo(7);
    }

    @Test
    void saysWhatItCannotMakeUp() {
        assertThat(filled("of-file", ""))
                .isInstanceOfSatisfying(Filling.Refusal.Needs.class, needs -> assertThat(needs.parameters())
                        .containsExactly("file, the name of a CSV file beside the scenario"));
    }

    @Test
    void namesTheMistakesInWhatIsGiven() {
        assertThat(filled("everything", "{ everything: { small: 5%, huge: 1 } }"))
                .isInstanceOfSatisfying(Filling.Refusal.Wrong.class, wrong -> assertThat(wrong.problems())
                        .hasSize(2)
                        .allMatch(problem -> problem.file().equals("given")));
    }
}
