package io.firebreak.cli;

import static io.firebreak.cli.Answer.firebreak;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SweepCommandTest {
    private static final String CRASH = "src/test/resources/small-crash/scenario.yaml";

    @Test
    void everyCombinationOfValuesIsACell() throws IOException {
        Answer answer = firebreak(
                "sweep",
                CRASH,
                "--world",
                "poor keepers",
                "--set",
                "agents.keepers.discount=1%,90%",
                "--set",
                "venues.maker.liquidation.liquidation-bonus=5%,13%",
                "--seeds",
                "2",
                "--metrics",
                "maker.debt-cleared",
                "--format",
                "json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode cells = answer.json().get("cells");
        assertThat(cells).hasSize(4);
        assertThat(cells.get(1).at("/set").toString())
                .isEqualTo("{\"agents.keepers.discount\":\"1%\","
                        + "\"venues.maker.liquidation.liquidation-bonus\":\"13%\"}");
        assertThat(cells.get(1).at("/metrics/maker.debt-cleared/mean").asDouble())
                .isPositive();
        assertThat(cells.get(3).at("/metrics/maker.debt-cleared/mean").asDouble())
                .as("nobody buys who keeps nine tenths")
                .isZero();
    }

    @Test
    void aPlaceThatIsNotThereIsNamed() {
        Answer answer = firebreak("sweep", CRASH, "--set", "agents.keepers.capitall=1 DAI");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("capitall").contains("capital");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aWorldThatIsNotThereIsNamed() {
        Answer answer = firebreak("sweep", CRASH, "--world", "rich", "--set", "agents.keepers.count=1");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("no world 'rich'").contains("'poor keepers'");
    }

    @Test
    void anAxisWithoutValuesIsRefused() {
        Answer answer = firebreak("sweep", CRASH, "--set", "agents.keepers.count");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("has no values");
    }
}
