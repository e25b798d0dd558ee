package io.firebreak.cli.economies;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.experiment.Variant;
import io.firebreak.core.scenario.Scenario;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.scenario.ScenarioWriter;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer says of an economy is all that there is to say: a shipped scenario, written and read, is the same. */
final class WrittenScenariosTest {
    private static final Mechanisms MECHANISMS =
            new PluginLoader().load(Option.none()).getOrElseThrow(faults -> new AssertionError(faults.mkString("\n")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/resources/scenarios/black-thursday",
                "src/main/resources/scenarios/crv-november-2022",
                "src/main/resources/scenarios/liquity-may-2021",
                "src/main/resources/scenarios/may-2021",
                "src/main/resources/scenarios/rehypothecation",
                "src/main/resources/scenarios/steth-june-2022",
                "src/main/resources/scenarios/stolen-reserve",
                "src/main/resources/scenarios/terra",
                "src/main/resources/scenarios/usdc-march-2023",
                "src/test/resources/small-crash"
            })
    void everyDesignReadsBackEqualInEveryWorld(Path folder, @TempDir Path beside) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, beside.resolve(folder.relativize(file)));
            }
        }
        Path written = beside.resolve("written.yaml");
        Scenario scenario = new ScenarioReader(MECHANISMS)
                .read(folder.resolve("scenario.yaml"))
                .get();
        for (Variant variant : scenario.variants()) {
            // Impact modes differ in one word of each market: one design shows it.
            if (variant.impact() != scenario.impactModes().head()
                    && !variant.design().equals(scenario.designs().head())) {
                continue;
            }
            Economy economy = variant.economy();
            String text = new ScenarioWriter(MECHANISMS).write("written", "", List.of(variant.design()), economy);
            Economy read = Scenarios.economy(Files.writeString(written, text));
            assertThat(read).as(text).isEqualTo(economy).hasToString(economy.toString());
        }
    }
}
