package io.firebreak.cli;

import static io.firebreak.cli.Answer.firebreak;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code firebreak check}: jars of strangers, in a JVM of their own, and what ships. */
final class CheckCommandTest {
    @TempDir
    static Path folder;

    private static Path good = Path.of("");
    private static Path faulty = Path.of("");
    private static Path hostile = Path.of("");

    @BeforeAll
    static void compileAndPack() throws IOException, URISyntaxException {
        good = PluginJar.of("sample-plugin", folder);
        faulty = PluginJar.of("faulty-plugin", folder);
        hostile = PluginJar.of("hostile-plugin", folder);
    }

    /** A check whose failures go to a folder of that name. */
    private static Answer check(String out, Object... arguments) {
        return firebreak(Stream.concat(
                        Stream.of("check", "--out", folder.resolve(out).toString()),
                        Arrays.stream(arguments).map(Object::toString))
                .toArray(String[]::new));
    }

    @Test
    void rulesThatHeldAreCountedAndNothingIsWritten() {
        Answer answer = check("none", good, "--tries", 60);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("rising-bonus, a liquidation model")
                .containsPattern("60 histories\\s+each, seed 1")
                .containsPattern("304  held [1-9]")
                .containsPattern("401  not applicable +every lot")
                .contains("edges met    an unsafe account ")
                .containsPattern(
                        "rising-bonus: [1-9]\\d* rules held, 0 broken, \\d+ not applicable; [\\d,]+ actions in ");
        assertThat(answer.exitCode()).isEqualTo(answer.out().contains("never met") ? 1 : 0);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aBrokenRuleLeavesAScriptThatCanBeRead() throws IOException {
        Answer answer = check("broken", faulty, "--mechanism", "takes-too-much", "--tries", 60, "--format", "json");
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(1);
        JsonNode check = answer.json().at("/checks/0");
        assertThat(check.get("name").asText()).isEqualTo("takes-too-much");
        JsonNode rule = null;
        for (JsonNode each : check.get("rules")) {
            rule = each.get("rule").asInt() == 104 ? each : rule;
        }
        assertThat(rule).isNotNull();
        assertThat(rule.get("verdict").asText()).isEqualTo("broken");
        assertThat(rule.get("detail").asText()).contains("rule 104");
        Path script = Path.of(rule.get("script").asText());
        assertThat(rule.get("replay").asText())
                .startsWith("firebreak replay " + script)
                .endsWith("--plugins " + faulty);
        assertThat(Files.readString(script)).contains("firebreak replay " + script, "liquidation: takes-too-much");
        var mechanisms = new PluginLoader().load(Option.some(faulty)).get();
        assertThat(new ScenarioReader(mechanisms).read(script).isRight()).isTrue();
    }

    @Test
    void theSameSeedFindsTheSameOnAnyNumberOfThreads() throws IOException {
        JsonNode one = check(
                        "one",
                        "--mechanism",
                        "dutch-auction",
                        "--with",
                        "{ dutch-auction: { curve: { linear: { tau: 1 h } } } }",
                        "--tries",
                        30,
                        "--threads",
                        1,
                        "--format",
                        "json")
                .json();
        JsonNode two = check(
                        "one",
                        "--mechanism",
                        "dutch-auction",
                        "--with",
                        "{ dutch-auction: { curve: { linear: { tau: 1 h } } } }",
                        "--tries",
                        30,
                        "--threads",
                        2,
                        "--format",
                        "json")
                .json();
        assertThat(one.at("/checks/0/rules")).isNotEmpty().isEqualTo(two.at("/checks/0/rules"));
        assertThat(one.at("/checks/0/edges")).isEqualTo(two.at("/checks/0/edges"));
        assertThat(one.at("/checks/0/parameters").asText()).contains("PT1H");
    }

    @Test
    void aMechanismThatHangsIsStoppedAndThePlaceIsNamed() {
        assertRefused(
                check("hangs", hostile, "--mechanism", "hangs", "--tries", 20, "--time-limit", 8),
                "hangs × ",
                "hangs in rule() (Hangs.java:",
                "longer than 8 s");
        assertThat(folder.resolve("hangs")).doesNotExist();
    }

    @Test
    void aMechanismThatEatsMemoryIsStopped() {
        assertRefused(
                check("eats", hostile, "--mechanism", "eats-memory", "--tries", 20),
                "hostile-plugin.jar eats memory",
                "more than 1024 MB");
        assertThat(folder.resolve("eats")).doesNotExist();
    }

    @Test
    void aMechanismThatEndsTheJvmIsNotTakenForOneThatHolds() {
        assertRefused(
                check("exits", hostile, "--mechanism", "exits", "--tries", 5),
                "hostile-plugin.jar ended the JVM that ran it, with exit code 0");
    }

    @Test
    void whatAMechanismPrintsIsNoPartOfTheAnswer() throws IOException {
        Answer answer =
                check("prints", hostile, "--mechanism", "prints", "--tries", 5, "--histories", 5, "--format", "json");
        assertThat(answer.json().at("/checks/0/name").asText()).isEqualTo("prints");
        assertThat(answer.err()).contains("{ hello");
    }

    @Test
    void whereAMechanismThrewIsTold() throws IOException {
        Answer answer = check("throws", faulty, "--mechanism", "throws", "--tries", 10, "--histories", 0);
        assertThat(answer.out().replaceAll("\\s+", " "))
                .containsPattern(
                        "threw java.lang.IllegalStateException: the plugin is out of ink \\(Throws.java:[0-9]+\\)");
    }

    @Test
    void aJarOfAnotherApiIsRefused() throws IOException, URISyntaxException {
        assertRefused(
                check("old", PluginJar.of("old-plugin", folder), "--tries", 20),
                "old was built against another version of the api",
                "NoSuchMethodError");
        assertThat(folder.resolve("old")).doesNotExist();
    }

    @Test
    void whatIsNoJarOfPluginsIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertRefused(check("none", text), "text.jar: is not a jar");
        assertRefused(
                check("none", folder.resolve("gone.jar")), "There is no jar", "gone.jar", "mvn package -DskipTests");
        Path empty = folder.resolve("empty.jar");
        try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(empty))) {
            out.putNextEntry(new java.util.jar.JarEntry("nothing.txt"));
        }
        assertRefused(check("none", empty), "empty.jar: offers no plugin of its own", "META-INF/services");
    }

    @Test
    void unknownNamesAreToldTheNearest() {
        assertRefused(check("none", faulty, "--mechanism", "thrws"), "'thrws' in faulty-plugin.jar. Maybe 'throws'");
        assertRefused(check("none", "--mechanism", "fixed-sprad"), "Maybe 'fixed-spread'");
        assertRefused(
                check("none", "--mechanism", "fixed-spread", "--with", "{ fixed-sprad: { } }"), "Maybe 'fixed-spread'");
        assertRefused(
                check("none", "--mechanism", "fixed-spread", "--with", "{ fixed-spread: { close-factr: 1 } }"),
                "--with:1:",
                "Maybe 'close-factor'");
        assertRefused(check("none", "--mechanism", "event-count"), "No rule judges event-count, a metric");
    }

    @Test
    void optionsThatDoNotFitTogetherAreRefused() throws IOException {
        assertRefused(check("none"), "a jar, --mechanism NAME, or --all");
        assertRefused(check("none", "--all", "--tries", 0), "--tries is 0, and must be at least 1");
        assertRefused(check("none", "--all", "--histories", -1), "--histories is -1, and must be at least 0");
        assertThat(check("none", "--all", "--threads", 0).err())
                .contains("--threads is 0")
                .doesNotContain("--tries");
        assertRefused(check("none", "--all", good), "only one of them", good.toString());
        assertRefused(check("none", "--all", "--mechanism", "hold"), "--mechanism hold", "only one of them");
        assertRefused(check("none", "--mechanism", "hold", "--html", "page.html"), "Maybe add --all");
        Path file = Files.writeString(folder.resolve("taken"), "");
        assertRefused(check("taken", "--mechanism", "hold"), file + "' is a file");
    }

    private static void assertRefused(Answer answer, String... why) {
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.err()).contains(why);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void whatTheKitCannotMakeUpIsNotApplicableAndSaysWhatItNeeds() {
        Answer answer = check("none", "--mechanism", "replay", "--tries", 1);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().replaceAll("\\s+", " "))
                .contains(
                        "not applicable: needs file, the name of a CSV file",
                        "Give it: --with '{ replay: { file: … } }'");
    }

    @Test
    void whatShipsIsCheckedInTheWorldsOfTheKitUnlessMoreIsGiven() throws IOException {
        assertThat(parametersOf("pooled-margin", "")).contains("ETH").doesNotContain("USD");
        // One parameter is given, the others are as the kit knows them.
        assertThat(parametersOf("soft-liquidation", "{ soft-liquidation: { bands: 20 } }"))
                .contains("bands=20", "spread=4");
        // Its own accounts are named after the asset that it lends, which is another under other names.
        assertThat(parametersOf("isolated-lending", "{ isolated-lending: { loan: ETH, collateral: USD } }"))
                .contains("loan=ETH");
    }

    private static String parametersOf(String mechanism, String with) throws IOException {
        Answer answer = check(
                "ships", "--mechanism", mechanism, "--with", with, "--tries", 5, "--histories", 20, "--format", "json");
        assertThat(answer.exitCode()).as(answer.toString()).isIn(0, 1);
        JsonNode check = answer.json().at("/checks/0");
        assertThat(check.get("rules"))
                .isNotEmpty()
                .noneMatch(rule -> rule.get("verdict").asText().equals("broken"));
        return check.get("parameters").asText();
    }

    @Test
    void allThatShipsIsAMatrixInTheTerminalAndOnAPage() throws IOException {
        Path page = folder.resolve("matrix.html");
        Answer answer = check("all", "--all", "--tries", 2, "--histories", 10, "--html", page);
        assertThat(answer.exitCode()).as(answer.err()).isIn(0, 1);
        assertThat(answer.out().lines().takeWhile(line -> !line.startsWith("+ held")))
                .allMatch(line -> line.length() <= 120)
                .anyMatch(line -> line.matches("fixed-spread +\\??[+.X ]+"))
                .anyMatch(line -> line.startsWith("fixed-spread × pool-perp"))
                .anyMatch(line -> line.startsWith("dutch-auction × insurance-fund"))
                .anyMatch(line -> line.startsWith("english-auction × price-halt"));
        assertThat(answer.out().replaceAll("\\s+", " ")).contains("constant-product has no margin accounts");
        assertThat(Files.readString(page))
                .contains("href=\"#rule-104\"", "id=\"rule-104\"", "fixed-spread × pool-perp", "has no margin accounts")
                .contains("default-src &#39;none&#39;")
                .doesNotContainPattern("(src|srcset|action|poster)=")
                .doesNotContain("@import", "url(", "href=\"http");
    }
}
