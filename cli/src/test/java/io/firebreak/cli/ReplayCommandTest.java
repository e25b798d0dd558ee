package io.firebreak.cli;

import static io.firebreak.cli.Answer.firebreak;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayCommandTest {
    @TempDir
    static Path folder;

    /** Alice owes 1000 USD against 1 ETH; ETH is worth 1500 at first, and half of it in block 2. */
    private static Path script(String name, String liquidation, String actions) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".yaml"),
                """
                scenario: script
                title: Alice is liquidated
                clock: { start: 2024-01-01T00:00:00Z, end: 2024-01-01T00:04:00Z, block-time: 1 min }
                assets: { ETH: { decimals: 9 }, USD: {} }
                outside-markets:
                  ETH: { path: { scripted: { start: 1500, points: [ { at: 2 min, price: 1200 } ] } } }
                  USD: { path: { fixed: { price: 1 } } }
                oracles: { eth: { spot: { of: ETH } } }
                venues:
                  venue:
                    reference-loan: { collateral: ETH, borrowed: USD, oracle: eth }
                    seed: { reserve: [ 10000 USD ] }
                    accounts: [ { account: alice, holdings: [ 1 ETH, -1000 USD ], owner: alice } ]
                    liquidation: %s
                wallets: { bob: [ 5000 USD, 5 ETH ] }
                actions:
                %s
                """
                        .formatted(liquidation, actions));
    }

    private static final String BIDS =
            """
              - { block: 0, account: bob, action: { bid: { venue: venue, target: venue/alice, give: ETH, want: USD, most: 100 USD } } }
              - { block: 2, account: bob, action: { bid: { venue: venue, target: venue/alice, give: ETH, want: USD, most: 100 USD } } }
            """;

    @Test
    void tellsEachActionItsPostingsAndWhoHasWhatAtTheEnd() throws IOException {
        Path script = script(
                "told",
                "reference-spread",
                "  - { block: 1, account: bob, action: { deposit: { venue: venue, asset: ETH, quantity: 2 ETH } } }\n  - { block: 2, account: bob, action: { deposit: { venue: venue, asset: ETH, quantity: 9 ETH } } }");
        Answer answer = firebreak("replay", script.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains(
                        "Alice is liquidated",
                        "block 1",
                        "1. bob  { deposit: ",
                        "applied",
                        "2 ETH from bob to venue/bob")
                .contains("2. bob", "REFUSED: ")
                .contains("balance sheets at the end", "every rule held");
        assertThat(answer.exitCode()).isZero();
        JsonNode json =
                firebreak("replay", script.toString(), "--format", "json").json();
        assertThat(json.get("steps")).anySatisfy(step -> {
            assertThat(step.path("action").asInt()).isEqualTo(1);
            assertThat(step.get("applied").asBoolean()).isTrue();
            assertThat(step.get("postings")).isNotEmpty();
        });
        assertThat(json.get("steps")).anySatisfy(step -> {
            assertThat(step.path("action").asInt()).isEqualTo(2);
            assertThat(step.get("refused").asText()).isNotEmpty();
        });
        assertThat(json.get("sheets")).isNotEmpty();
        assertThat(json.get("breaches")).isEmpty();
    }

    @Test
    void whatACheckFoundBreaksAgain() throws IOException, URISyntaxException {
        Path jar = PluginJar.of("faulty-plugin", folder);
        Answer check = firebreak(
                "check",
                jar.toString(),
                "--mechanism",
                "takes-too-much",
                "--tries",
                "40",
                "--out",
                folder.resolve("failures").toString(),
                "--format",
                "json");
        JsonNode rules = check.json().at("/checks/0/rules");
        assertThat(rules).anySatisfy(rule -> assertThat(rule.has("replay")).isTrue());
        for (JsonNode rule : rules) {
            if (rule.has("replay")) {
                String[] command = rule.get("replay")
                        .asText()
                        .replaceFirst("^firebreak ", "")
                        .split(" ", -1);
                Answer replay = firebreak(command);
                assertThat(replay.exitCode()).as(replay.toString()).isEqualTo(1);
                assertThat(replay.out()).contains("X rule " + rule.get("rule").asInt());
            }
        }
    }

    @Test
    void aMechanismThatHangsIsStoppedAndThePlaceIsNamed() throws IOException, URISyntaxException {
        Path jar = PluginJar.of("hostile-plugin", folder);
        Path script = script("hangs", "hangs", "").toAbsolutePath();
        Files.writeString(
                script, Files.readString(script).replace("actions:", "").replace("price: 1200", "price: 900"));
        Answer answer = firebreak("replay", script.toString(), "--plugins", jar.toString(), "--time-limit", "3");
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.err()).contains("hangs in rule() (Hangs.java:", "longer than 3 s");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void mistakesOfAScriptAreNamedWithTheirPlace() throws IOException {
        assertRefused(
                script(
                        "unknown",
                        "reference-spread",
                        "  - { block: 1, account: bob, action: { depsit: { venue: venue } } }"),
                "unknown.yaml:17:",
                "'depsit'",
                "Maybe 'deposit'");
        assertRefused(
                script("nobody", "reference-spread", BIDS.replace("venue/alice", "venue/alcie")),
                "nobody.yaml:17:",
                "venue/alcie");
        assertRefused(
                script(
                        "late",
                        "reference-spread",
                        "  - { block: 4, account: bob, action: { deposit: { venue: venue, asset: ETH, quantity: 2 ETH } } }"),
                "late.yaml:17:",
                "actions.0.block: '4' is after the end of the clock; accepted: 0 to 3");
        assertThat(firebreak("replay", "any.yaml", "--time-limit", "0").err()).contains("--time-limit is 0");
        Answer missing = firebreak("replay", folder.resolve("gone.yaml").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("gone.yaml");
    }

    private static void assertRefused(Path script, String... why) {
        Answer answer = firebreak("replay", script.toString());
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.err()).contains(why);
        assertThat(answer.out()).isEmpty();
    }
}
