package io.firebreak.cli;

import static io.firebreak.cli.Answer.firebreak;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins from outside the repository: compiled against api alone, packed, and dropped into a folder. */
final class SamplePluginTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path CRASH = RESOURCES.resolve("small-crash");
    private static final int MOST_LINES = 60;

    @TempDir
    static Path folder;

    private static Path good = Path.of("");
    private static Path bad = Path.of("");

    @BeforeAll
    static void compileAndPack() throws IOException, URISyntaxException {
        good = PluginJar.of("sample-plugin", folder).getParent();
        bad = PluginJar.of("faulty-plugin", folder).getParent();
    }

    /** The crash, with one more design. */
    private static Path crashWith(String name, String liquidation) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        Files.copy(CRASH.resolve("eth.csv"), copy.resolve("eth.csv"));
        String text = Files.readString(CRASH.resolve("scenario.yaml"));
        return Files.writeString(
                copy.resolve("scenario.yaml"),
                text.replace(
                        "  hold: {", "  from a plugin: { venues.maker.liquidation: " + liquidation + " }\n  hold: {"));
    }

    private static Answer compare(Path scenario, Path plugins, String out) {
        return firebreak(
                "compare",
                scenario.toString(),
                "--plugins",
                plugins.toString(),
                "--seeds",
                "2",
                "--no-report",
                "--format",
                "json",
                "--out",
                folder.resolve(out).toString());
    }

    @Test
    void isShort() throws IOException {
        assertThat(Files.readAllLines(RESOURCES.resolve("sample-plugin/sample/RisingBonus.java")))
                .hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void isListedWithItsParameters() throws IOException {
        assertThat(firebreak("mechanisms", "--plugins", good.toString()).out()).contains("rising-bonus");
        assertThat(firebreak("mechanisms").out()).doesNotContain("rising-bonus");
        JsonNode parameters = firebreak("mechanisms", "rising-bonus", "--plugins", good.toString(), "--format", "json")
                .json()
                .at("/mechanisms/0/parameters");
        assertThat(parameters.findValuesAsText("name")).containsExactly("step", "every", "most");
    }

    @Test
    void isInTheSchema() {
        assertThat(firebreak("schema", "--plugins", good.toString()).out())
                .contains("rising-bonus")
                .contains("by how much the bonus rises");
        assertThat(firebreak("schema").out()).doesNotContain("rising-bonus");
    }

    @Test
    void isCompared() throws IOException {
        Path scenario = crashWith("compared", "{ rising-bonus: { step: 2%, every: 30 s } }");
        Answer answer = compare(scenario, good, "compared-out");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.json().get("designs").findValuesAsText("name"))
                .containsExactly("fixed spread", "whole account", "from a plugin", "hold");
        JsonNode metrics = answer.json().at("/designs/2/metrics");
        assertThat(metrics.at("/maker.fills/mean").asDouble()).isPositive();
        // The bonus begins at nothing and rises until a keeper finds it worth its while.
        assertThat(metrics.at("/maker.borrower-loss/mean").asDouble()).isBetween(0.0, 0.2);
        assertThat(Files.readString(folder.resolve("compared-out/manifest.json")))
                .contains("sample-plugin.jar");
    }

    @Test
    void thatIsNotThereIsBadInputAndTheNearestNameIsTold() throws IOException {
        Path scenario = crashWith("missing", "rising-bonus");
        Answer without = firebreak(
                "compare",
                scenario.toString(),
                "--out",
                folder.resolve("missing-out").toString());
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .containsPattern("scenario\\.yaml:\\d+:\\d+: .*rising-bonus.*is no known liquidation model")
                .contains("--plugins");
        Path misspelled = crashWith("misspelled", "rising-bonsu");
        Answer nearly = compare(misspelled, good, "missing-out");
        assertThat(nearly.exitCode()).isEqualTo(2);
        assertThat(nearly.err()).contains("Maybe 'rising-bonus'");
        assertThat(folder.resolve("missing-out")).doesNotExist();
    }

    @Test
    void thatThrowsFailsItsRunsAloneAndIsNamed() throws IOException {
        Answer answer = compare(crashWith("throwing", "throws"), bad, "throwing-out");
        assertFailedAlone(answer, "throwing-out", 113);
        assertThat(answer.err()).contains("out of ink");
    }

    @Test
    void thatTakesMoreThanThereIsFailsItsRunsAloneAndIsNamed() throws IOException {
        Answer answer = compare(crashWith("taking", "takes-too-much"), bad, "taking-out");
        assertFailedAlone(answer, "taking-out", 104);
    }

    private static void assertFailedAlone(Answer answer, String out, int rule) throws IOException {
        assertThat(answer.exitCode()).isEqualTo(1);
        JsonNode failures = answer.json().get("failures");
        assertThat(failures).hasSize(2 * 2 * 2); // worlds, impact modes, seeds
        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure.get("run").asText()).startsWith("from a plugin/");
            assertThat(failure.get("rule").asInt()).isEqualTo(rule);
            assertThat(failure.get("mechanism").asText()).isEqualTo("maker.liquidation");
            assertThat(failure.get("message").asText()).contains("rule " + rule);
        });
        assertThat(answer.err()).contains("maker.liquidation").contains("rule " + rule);
        assertThat(answer.json().at("/designs/0/metrics/maker.fills/seeds").asInt())
                .isEqualTo(2);
        assertThat(answer.json().at("/designs/2/metrics/maker.fills/mean").isNull())
                .isTrue();
        Answer verified = firebreak("verify", folder.resolve(out).toString(), "--plugins", bad.toString());
        assertThat(verified.out()).as(verified.err()).contains("verified: the same");
    }
}
