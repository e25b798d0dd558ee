package io.firebreak.cli;

import static io.firebreak.cli.Answer.firebreak;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that {@code check} wrote when they broke a rule: of a mechanism, of the engine, or wrongly of the kit's own. */
final class MendedScriptsTest {
    private static final Pattern SEED = Pattern.compile("--seed (\\d+)");

    static Stream<Path> scripts() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(MendedScriptsTest.class.getResource("/scripts"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void breaksNoRuleAnyMore(Path script) throws IOException {
        Matcher seed = SEED.matcher(Files.readString(script));
        assertThat(seed.find()).isTrue();
        Answer answer = firebreak("replay", script.toString(), "--seed", seed.group(1));
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out()).contains("every rule held");
    }
}
