package io.firebreak.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchemaWriterTest {
    private static final JsonNode SCHEMA = new SchemaWriter(ScenarioFolder.MECHANISMS).write();

    private static List<String> breaches(ScenarioFolder folder) throws Exception {
        return new SchemaCheck(SCHEMA)
                .breaches(new YAMLMapper()
                        .readTree(folder.files().get("crash.yaml").get()));
    }

    @Test
    void acceptsWhatTheReaderReads() throws Exception {
        assertThat(breaches(ScenarioFolder.sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "liquidation: hold, liquidation: hodl",
        "shocks:, shock:",
        "block-time:, blocktime:",
        "'oracle: eth,', ''",
        "'vault: {', 'volt: {'",
        "impact: gross, impact: gros",
        "account: bob, acount: bob",
        "'{ repay:', '{ repya:'",
        "target: alice, tarket: alice",
        "quantity: 100.5 DAI, quantity: { result-off: 0 }",
        "', asset: DAI, quantity', ', quantity'",
        "'clock:', 'klock:'"
    })
    void rejectsWhatTheReaderRejects(String from, String to) throws Exception {
        ScenarioFolder spoiled = ScenarioFolder.sound().with(from, to == null ? "" : to);
        assertThat(spoiled.read().isLeft()).isTrue();
        assertThat(breaches(spoiled)).isNotEmpty();
    }

    @Test
    void hasEverySectionOfTheReader() {
        assertThat(SCHEMA.path("properties").fieldNames()).toIterable().containsAll(ScenarioReader.KEYS);
    }

    @Test
    void describesEveryParameterOfEveryMechanism() {
        for (MechanismSpec mechanism : ScenarioFolder.MECHANISMS.all()) {
            for (ParameterSpec parameter : mechanism.parameters()) {
                assertThat(descriptions(mechanism, parameter))
                        .as(mechanism.name() + "." + parameter.name())
                        .anySatisfy(text -> assertThat(text).startsWith(parameter.description()));
            }
        }
    }

    private static List<String> descriptions(MechanismSpec mechanism, ParameterSpec parameter) {
        List<String> texts = new ArrayList<>();
        SCHEMA.findValues(mechanism.name())
                .forEach(each -> texts.add(each.path("properties")
                        .path(parameter.name())
                        .path("description")
                        .asText()));
        return texts;
    }

    @Test
    void writesPresetsAndDrafts() {
        assertThat(SCHEMA.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(SCHEMA.path("properties").path("seeds").path("default").asText())
                .isEqualTo("10");
        assertThat(SCHEMA.toString())
                .isEqualTo(new SchemaWriter(ScenarioFolder.MECHANISMS).write().toString());
    }
}
