package io.firebreak.testkit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.testkit.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Path PAGE = Path.of("..", "docs", "rules.md");

    @Test
    void numbersAreUnique() {
        assertThat(Catalogue.all().map(Rule::number)).doesNotHaveDuplicates();
    }

    @Test
    void namesMakeTestNames() {
        assertThat(Catalogue.all().map(Rule::testName)).allMatch(name -> name.matches("rule[0-9]{3}_[a-z][A-Za-z]+"));
    }

    @Test
    void everyRuleHasASentenceASourceAndSomebodyToJudge() {
        assertThat(Catalogue.all())
                .allSatisfy(rule -> assertThat(rule.sentence()).isNotBlank().doesNotEndWith("."))
                .allSatisfy(rule -> assertThat(rule.source()).isNotBlank())
                .allSatisfy(rule -> assertThat(rule.families()).isNotEmpty());
    }

    /** {@code docs/refresh-rules} writes the page. */
    @Test
    void pageOfTheDocsSaysWhatTheCatalogueSays() throws IOException {
        String page = RulesPage.markdown(Catalogue.all());
        if (Boolean.getBoolean("firebreak.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
