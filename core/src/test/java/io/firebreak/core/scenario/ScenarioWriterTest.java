package io.firebreak.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.economy.Economy;
import io.firebreak.core.experiment.Variant;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

final class ScenarioWriterTest {
    private static final ScenarioFolder SOUND = ScenarioFolder.sound();

    private static String written(Economy economy) {
        return new ScenarioWriter(ScenarioFolder.MECHANISMS)
                .write("written", "Written again", List.of("as a test asks"), economy);
    }

    private static Economy readBack(String text) {
        return new ScenarioFolder(SOUND.files().put(SOUND.scenario(), text))
                .scenarioRead()
                .variants()
                .head()
                .economy();
    }

    @Test
    void everyVariantReadsBackEqual() {
        for (Variant variant : SOUND.scenarioRead().variants()) {
            String text = written(variant.economy());
            assertThat(readBack(text)).as(text).isEqualTo(variant.economy());
        }
    }
}
