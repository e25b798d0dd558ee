package io.firebreak.cli;

import static io.firebreak.cli.Answer.firebreak;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    private static final String CRASH = "src/test/resources/small-crash/scenario.yaml";

    @TempDir
    static Path published;

    private static Answer comparison;

    private static List<Path> members(Path folder) throws IOException {
        try (Stream<Path> members = Files.list(folder)) {
            return members.toList();
        }
    }

    @BeforeAll
    static void compareOnce() {
        comparison = firebreak(
                "compare", CRASH, "--out", published.resolve("crash").toString(), "--threads", "1", "--format", "json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare",
                "run",
                "sweep",
                "explain",
                "verify",
                "mechanisms",
                "scenarios",
                "validate",
                "schema",
                "completion",
                "check",
                "replay",
                "rules",
                "new"
            })
    void everyCommandExplainsItself(String command) {
        Answer answer = firebreak(command, "--help");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("Usage: firebreak " + command);
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void comparePrintsOneJsonObject() throws IOException {
        assertThat(comparison.exitCode()).isZero();
        assertThat(comparison.err()).isEmpty();
        JsonNode root = comparison.json();
        assertThat(root.get("scenario").asText()).isEqualTo("small-crash");
        assertThat(root.get("resultHash").asText()).matches("[0-9a-f]{64}");
        assertThat(root.get("seeds")).hasSize(4);
        assertThat(root.get("designs").findValuesAsText("name"))
                .containsExactly("fixed spread", "whole account", "hold");
        JsonNode loss = root.at("/designs/1/metrics/maker.borrower-loss");
        // The bonus is 13 %, of the debt repaid, and rounding takes less than a millionth.
        assertThat(loss.get("mean").asDouble()).isBetween(0.1299, 0.1301);
        assertThat(loss.get("better").asText()).isEqualTo("lower");
        assertThat(loss.get("resolved").asBoolean()).isTrue();
        assertThat(loss.at("/byWorld/poor keepers/gross/mean").isNumber()).isTrue();
        assertThat(root.at("/designs/0/metrics/maker.borrower-loss/resolved").isNull())
                .isTrue();
        assertThat(root.at("/designs/0/metrics/maker.zero-bid-share/mean").isNull())
                .isTrue();
        assertThat(root.at("/designs/0/metrics/maker.amplification/mean").isNumber())
                .isTrue();
        assertThat(root.has("warnings")).isTrue();
        for (JsonNode file : root.get("files")) {
            assertThat(Path.of(file.asText())).isNotEmptyFile();
        }
        assertThat(members(published)).hasSize(1); // nothing is left beside the result
    }

    @Test
    void theTableFitsATerminalAndMarksWhatIsNotResolved(@TempDir Path folder) throws IOException {
        Answer answer = firebreak(
                "compare",
                CRASH,
                "--out",
                folder.resolve("out").toString(),
                "--threads",
                "2",
                "--no-report",
                "--by-world");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().lines()).allMatch(line -> line.length() <= 120);
        assertThat(answer.out())
                .contains("[hold]")
                .contains("8.0 ±0.0*") // the best borrower loss
                .contains("The same everywhere: maker.zero-bid-share not defined")
                .contains("maker.bad-debt 0 DAI")
                .contains("Which remedies survive")
                .contains("World poor keepers, impact none");
        assertThat(answer.out())
                .contains("result hash  " + comparison.json().get("resultHash").asText()); // whatever the threads
        assertThat(folder.resolve("out/report.html")).doesNotExist();
    }

    @Test
    void theSameBitsTwiceAndOnAnyNumberOfThreads(@TempDir Path folder) throws IOException {
        String[] hashes = new String[3];
        for (int run = 0; run < hashes.length; run++) {
            String threads = run == 2 ? "2" : "1";
            String out = folder.resolve("out" + run).toString();
            hashes[run] = firebreak(
                            "compare",
                            CRASH,
                            "--out",
                            out,
                            "--seeds",
                            "2",
                            "--no-report",
                            "--format",
                            "json",
                            "--threads",
                            threads)
                    .json()
                    .get("resultHash")
                    .asText();
        }
        assertThat(hashes).containsOnly(hashes[0]);
        assertThat(hashes[0]).isNotEqualTo(comparison.json().get("resultHash").asText()); // of four seeds
    }

    @Test
    void aBonusThatLeavesAnAccountWorseIsWarnedOfAndNotRefused(@TempDir Path folder) throws IOException {
        Files.copy(Path.of(CRASH).resolveSibling("eth.csv"), folder.resolve("eth.csv"));
        // An account is liquidated at a debt of two thirds of its collateral: a bonus of half takes all that is left.
        Path edge = Files.writeString(
                folder.resolve("scenario.yaml"),
                Files.readString(Path.of(CRASH)).replace("liquidation-bonus: 13%", "liquidation-bonus: 50%"));
        Answer answer = firebreak("validate", edge.toString());
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("warning: whole account: maker liquidates ETH against DAI");
        Files.writeString(edge, Files.readString(edge).replace("liquidation-bonus: 50%", "liquidation-bonus: 49%"));
        assertThat(firebreak("validate", edge.toString()).out()).doesNotContain("warning");
    }

    @Test
    void chosenMetricsAreShownAndUnknownOnesNamed(@TempDir Path folder) {
        String out = folder.resolve("out").toString();
        Answer answer = firebreak(
                "compare",
                CRASH,
                "--out",
                out,
                "--no-report",
                "--seeds",
                "2",
                "--metrics",
                "keeper-profit,maker.fills");
        assertThat(answer.out()).contains("fills").doesNotContain("price-overshoot");
        Answer unknown = firebreak("compare", CRASH, "--out", out, "--no-report", "--seeds", "2", "--metrics", "fill");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no metric 'fill'").contains("maker.fills");
    }

    @Test
    void aFailingRunIsNamedAndTheOthersAreCompared(@TempDir Path folder) throws IOException {
        AtomicInteger runs = new AtomicInteger();
        Runner faulty = (economy, options) -> {
            if (runs.incrementAndGet() == 3) {
                throw new IllegalStateException("the plugin is out of ink");
            }
            return new Engine().run(economy, options);
        };
        Answer answer = firebreak(
                faulty,
                "compare",
                CRASH,
                "--out",
                folder.resolve("out").toString(),
                "--threads",
                "1",
                "--format",
                "json");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.json().get("failures")).hasSize(1);
        assertThat(answer.err()).contains("fixed spread/rich keepers/gross/3").contains("out of ink");
        assertThat(answer.json()
                        .at("/designs/0/metrics/keeper-profit/byWorld/rich keepers/gross/seeds")
                        .asInt())
                .isEqualTo(3);
        assertThat(folder.resolve("out/manifest.json")).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedBeforeAnythingRuns(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        AtomicInteger runs = new AtomicInteger();
        Answer answer = firebreak(
                (economy, options) -> {
                    runs.incrementAndGet();
                    return new Engine().run(economy, options);
                },
                "compare",
                CRASH,
                "--out",
                file.resolve("out").toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("Cannot write to").contains("--out");
        assertThat(answer.out()).isEmpty();
        assertThat(runs).hasValue(0);
        assertThat(members(folder)).containsExactly(file);
    }

    @Test
    void verifyReproducesTheHash() throws IOException {
        Answer answer =
                firebreak("verify", published.resolve("crash").toString(), "--threads", "2", "--format", "json");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.json().get("verified").asBoolean()).isTrue();
        assertThat(answer.json().get("resultHash")).isEqualTo(comparison.json().get("resultHash"));
    }

    @Test
    void verifySeesAnotherScenarioAndAChangedFile(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("out");
        firebreak("compare", CRASH, "--out", out.toString(), "--seeds", "2", "--no-report");
        Path scenario = out.resolve("scenario/scenario.yaml");
        Files.writeString(
                scenario, Files.readString(scenario).replace("liquidation-bonus: 8%", "liquidation-bonus: 9%"));
        Answer answer = firebreak("verify", out.toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out())
                .contains("changed since it was written: scenario/scenario.yaml")
                .contains("NOT the same");
    }

    @Test
    void verifyWithoutAManifestSaysWhatToName(@TempDir Path folder) {
        Answer answer = firebreak("verify", folder.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("holds no manifest.json");
    }

    @Test
    void runShowsTheCourse() throws IOException {
        Answer answer = firebreak("run", CRASH, "--design", "whole-account", "--world", "Poor keepers", "--seed", "2");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .startsWith("whole account/poor keepers/gross/2, 240 blocks")
                .contains("price ETH")
                .contains("█")
                .contains("filled")
                .contains("run hash");
        Answer json = firebreak("run", CRASH, "--format", "json");
        assertThat(json.json().at("/measures/maker.fills/value").asDouble()).isPositive();
        assertThat(json.json().at("/events/filled").asDouble())
                .isEqualTo(json.json().at("/measures/maker.fills/value").asDouble());
    }

    @Test
    void runWritesItsEvents(@TempDir Path folder) {
        Answer answer = firebreak("run", CRASH, "--out", folder.resolve("run").toString());
        assertThat(answer.exitCode()).isZero();
        assertThat(folder.resolve("run/events.parquet")).isNotEmptyFile();
    }

    @Test
    void anUnknownDesignIsAnsweredWithThoseThereAre() {
        Answer answer = firebreak("run", CRASH, "--design", "no such thing");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("There is no design 'no such thing'")
                .contains("'fixed spread', 'whole account', 'hold'");
    }

    @Test
    void explainTellsWhyAnAccountWasLiquidated() throws IOException {
        Answer unknown = firebreak("explain", "--scenario", CRASH, "fixed spread/rich keepers/1", "nobody");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no account 'nobody'").contains("Unsafe became maker/vault-");
        String account = unknown.err().replaceAll("(?s).*Unsafe became (maker/vault-\\d+).*", "$1");

        Answer answer =
                firebreak("explain", "--scenario", CRASH, "fixed spread/rich keepers/1", account.replace("maker/", ""));
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .contains(account + " fell below its maintenance requirement")
                .containsPattern(account + " gave [0-9.]+ ETH to keepers")
                .contains("In sum:");
        // run 0 of the published folder is the same run
        Answer published = firebreak(
                "explain",
                "--in",
                CommandLineTest.published.resolve("crash").toString(),
                "0",
                account,
                "--format",
                "json");
        assertThat(published.json().get("run").asText()).isEqualTo("fixed spread/rich keepers/gross/1");
        assertThat(published.json().at("/steps/0/kind").asText()).isEqualTo("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed spread", "fixed spread/rich keepers/one", "1"})
    void explainNamesHowARunIsWritten(String run) {
        Answer answer = firebreak("explain", "--scenario", CRASH, run, "x");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("names no run").contains("fixed spread/rich keepers/1");
    }

    @Test
    void validateNamesMistakesWithTheirPlaces(@TempDir Path folder) throws IOException {
        Path bad = folder.resolve("scenario.yaml");
        Files.copy(Path.of(CRASH).resolveSibling("eth.csv"), folder.resolve("eth.csv"));
        Files.writeString(bad, Files.readString(Path.of(CRASH)).replace("fixed-spread", "fixd-spread"));
        Answer answer = firebreak("validate", bad.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).containsPattern("scenario\\.yaml:\\d+:\\d+: .*fixd-spread.*fixed-spread");
        assertThat(answer.out()).isEmpty();
        Answer json = firebreak("validate", bad.toString(), "--format", "json");
        assertThat(json.exitCode()).isEqualTo(2);
        assertThat(json.json().get("valid").asBoolean()).isFalse();
        assertThat(json.json().at("/problems/0/line").asInt()).isPositive();
        assertThat(firebreak("validate", CRASH).exitCode()).isZero();
    }

    @Test
    void aBadScenarioLeavesNothingBehind(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("scenario.yaml"), "scenario: x\n");
        Answer answer = firebreak(
                "compare", bad.toString(), "--out", folder.resolve("out").toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(members(folder)).containsExactly(bad);
    }

    @Test
    void anUnknownScenarioIsAnsweredWithAWayOut() {
        Answer answer = firebreak("compare", "no-such-scenario");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("There is no scenario and no file 'no-such-scenario'")
                .contains("firebreak scenarios");
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheNearest() {
        Answer answer = firebreak("compare", CRASH, "--sedes", "3");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("Unknown option").contains("--seeds").contains("firebreak compare --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seeds=0", "--threads=0", "--seeds=many", "--assurance=blind", "--format=xml"})
    void aValueThatCannotBeIsBadInput(String option, @TempDir Path folder) throws IOException {
        Answer answer =
                firebreak("compare", CRASH, "--out", folder.resolve("out").toString(), option);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains(option.substring(0, option.indexOf('=')));
        assertThat(members(folder)).isEmpty();
    }

    @Test
    void mechanismsShowTheirParameters() throws IOException {
        assertThat(firebreak("mechanisms").out()).contains("english-auction").contains("liquidation model");
        Answer one = firebreak("mechanisms", "fixed-spread", "--format", "json");
        assertThat(one.json().at("/mechanisms/0/parameters").findValuesAsText("name"))
                .contains("close-factor", "liquidation-bonus");
        assertThat(firebreak("mechanisms", "fixed-spread").out())
                .contains("close-factor")
                .contains("accepted");
        Answer unknown = firebreak("mechanisms", "fixed-spraed");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("Maybe 'fixed-spread'");
    }

    @Test
    void whatMayStandAtAParameterIsShownBelowIt() throws IOException {
        assertThat(firebreak("mechanisms", "dutch-auction").out())
                .containsPattern("\\n  curve\\R")
                .containsPattern("\\n    linear:\\R.*\\R\\R      tau .*\\R        what      when")
                .contains("    stair-step:");
        JsonNode parameters = firebreak("mechanisms", "dutch-auction", "--format", "json")
                .json()
                .at("/mechanisms/0/parameters");
        assertThat(parameters.findValues("variants"))
                .anySatisfy(variants ->
                        assertThat(variants.findValuesAsText("name")).contains("linear", "tau"));
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        Answer answer = firebreak();
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("Usage: firebreak").contains("compare", "Start with:");
    }

    @Test
    void aValueIsRefusedInTheWordsOfAReader() {
        assertThat(firebreak("compare", CRASH, "--seeds=many").err()).contains("'many' is not a whole number");
        assertThat(firebreak("run", CRASH, "--seed=1.5").err()).contains("'1.5' is not a whole number");
        assertThat(firebreak("compare", CRASH, "--seeds=9999999999").err()).contains("of at most 2147483647");
        assertThat(firebreak("compare", CRASH, "--format=xml").err()).contains("expected table or json but was 'xml'");
        assertThat(firebreak("compare", CRASH, "--assurance=blind").err()).contains("none or block or action or full");
        assertThat(firebreak("compare", CRASH, "--threads=0").err().strip())
                .isEqualTo("--threads is 0, and must be at least 1.");
    }

    @Test
    void aFolderWithoutAScenarioIsNamed(@TempDir Path folder) {
        Answer answer = firebreak("replay", folder.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("The folder '" + folder + "' has no scenario.yaml");
    }

    @Test
    void oneOfSomethingIsSingular(@TempDir Path folder) throws IOException {
        Files.copy(Path.of(CRASH).resolveSibling("eth.csv"), folder.resolve("eth.csv"));
        Path one = Files.writeString(
                folder.resolve("scenario.yaml"),
                Files.readString(Path.of(CRASH))
                        .replaceFirst("(?s)\nworlds:.*", "\n")
                        .replaceFirst("seeds: \\d+", "seeds: 1"));
        assertThat(firebreak("validate", one.toString()).out()).contains("1 design (", " in 1 world (", ", 1 seed");
    }

    @Test
    void pluginsThatAreNotThereAreBadInput() {
        Answer answer = firebreak("mechanisms", "--plugins", "no/such/folder");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("no/such/folder").contains("--plugins");
    }

    @Test
    void theSchemaIsJson() throws IOException {
        assertThat(firebreak("schema").json().get("$schema").asText()).contains("json-schema.org");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(firebreak("completion").out())
                .startsWith("#!")
                .contains("compare")
                .contains("--seeds");
    }

    @Test
    void anUnknownScenarioIsNotExported(@TempDir Path folder) throws IOException {
        Answer answer = firebreak(
                "scenarios", "export", "nothing", "--out", folder.resolve("out").toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(members(folder)).isEmpty();
    }

    @Test
    void everyShippedScenarioIsListedExportedAndSound(@TempDir Path folder) throws IOException {
        JsonNode scenarios = firebreak("scenarios", "--format", "json").json().get("scenarios");
        assertThat(scenarios.isArray()).isTrue();
        for (JsonNode scenario : scenarios) {
            String name = scenario.get("name").asText();
            Path out = folder.resolve(name);
            assertThat(firebreak("scenarios", "export", name, "--out", out.toString())
                            .exitCode())
                    .isZero();
            assertThat(firebreak("validate", out.resolve("scenario.yaml").toString())
                            .err())
                    .isEmpty();
        }
    }
}
