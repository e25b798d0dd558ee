package io.firebreak.cli;

import static io.firebreak.cli.Answer.firebreak;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.testkit.catalogue.Catalogue;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class RulesCommandTest {
    @Test
    void listsEveryRuleWithinATerminal() {
        Answer answer = firebreak("rules");
        assertThat(answer.exitCode()).isZero();
        Catalogue.all().forEach(rule -> assertThat(answer.out()).containsPattern("(?m)^" + rule.number() + "  "));
        assertThat(answer.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void saysTheSameAsJson() throws IOException {
        JsonNode rules = firebreak("rules", "--format", "json").json().get("rules");
        assertThat(rules).hasSize(Catalogue.all().size());
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.get("sentence").asText()).isNotEmpty();
            assertThat(rule.get("families")).isNotEmpty();
            assertThat(rule.get("source").asText()).isNotEmpty();
        });
    }

    @Test
    void explainsOne() throws IOException {
        assertThat(firebreak("rules", "105").out())
                .contains(
                        "noLiquidationOfTheHealthy",
                        "judges     liquidation model",
                        "by the engine",
                        "Compound, 26 November 2020");
        assertThat(firebreak("rules", "105", "--format", "json")
                        .json()
                        .at("/rules/0/number")
                        .asInt())
                .isEqualTo(105);
    }

    @Test
    void tellsTheNearestOfOneThatIsNotThere() {
        Answer answer = firebreak("rules", "100");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("There is no rule 100. Maybe 101.");
        assertThat(firebreak("rules", "seven").exitCode()).isEqualTo(2);
    }
}
