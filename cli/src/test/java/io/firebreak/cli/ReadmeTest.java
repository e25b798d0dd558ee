package io.firebreak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.inject.AbstractModule;
import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.core.engine.Engine;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Does what the README tells a newcomer to do, in its order, in an empty folder. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("^```\\w+\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern FILE = Pattern.compile("(?:#|//) (append to )?(my-\\S+)\\n(.*)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|[^\\s\"]*\"[^\"]*\"|\\S+");
    private static final Pattern MENTION = Pattern.compile("`\\./firebreak ([^`]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

    @TempDir
    static Path folder;

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    @TestFactory
    Stream<DynamicTest> whatItSaysWorks() throws IOException {
        List<DynamicTest> steps = new ArrayList<>();
        BLOCK.matcher(readme()).results().map(block -> block.group(1)).forEach(block -> {
            var file = FILE.matcher(block);
            if (file.matches()) {
                Path path = folder.resolve(file.group(2));
                boolean append = file.group(1) != null;
                steps.add(dynamicTest(
                        (append ? "append to " : "write ") + file.group(2),
                        () -> write(path, append ? file.group(3) : block, append)));
            } else {
                block.lines()
                        .filter(line -> line.matches("(\\./firebreak|mvn|mkdir|javac|jar) .*"))
                        .forEach(line -> steps.add(dynamicTest(line, () -> execute(words(line)))));
            }
        });
        assertThat(steps).hasSizeGreaterThan(10);
        return steps.stream();
    }

    private static void write(Path path, String text, boolean append) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, append ? StandardOpenOption.APPEND : StandardOpenOption.CREATE_NEW);
    }

    /** The words of a shell command, without its comment; what the reader made lies in the test's folder. */
    private static List<String> words(String line) {
        return WORD.matcher(line.replaceAll("\\s+# .*", ""))
                .results()
                .map(word -> Option.of(word.group(1)).getOrElse(word.group()))
                .map(word -> word.matches("(my-|firebreak-results/).*")
                        ? folder.resolve(word).toString()
                        : word)
                .toList();
    }

    private static void execute(List<String> words) throws Exception {
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        switch (words.get(0)) {
            case "./firebreak" -> firebreak(arguments);
            case "mkdir" -> Files.createDirectories(Path.of(words.get(2)));
            case "javac" -> {
                assertThat(arguments.get(1)).isEqualTo("cli/target/firebreak/lib/*");
                arguments.set(1, api());
                arguments.add("-Xlint:all");
                arguments.add("-Werror");
                tool("javac", arguments);
            }
            case "jar" -> tool("jar", arguments);
            case "mvn" -> benchmarks(words);
            default -> throw new AssertionError("unknown command " + words);
        }
    }

    /** What a plugin is compiled against: api, and the two libraries that its signatures name. */
    private static String api() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(FirebreakModule.class, Option.class, AbstractModule.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(System.getProperty("path.separator"), places);
    }

    private static void tool(String name, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int exitCode = ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(exitCode).as(said.toString()).isZero();
    }

    private static void benchmarks(List<String> words) throws IOException {
        for (String word : words) {
            if (word.startsWith("-Dbench.args=")) {
                String benchmark = word.replaceAll("-Dbench.args=|\"", "") + ".java";
                try (Stream<Path> sources = Files.walk(ROOT.resolve("cli/src/bench/java"))) {
                    assertThat(sources).anyMatch(source -> source.endsWith(benchmark));
                }
            }
        }
    }

    private static void firebreak(List<String> arguments) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Firebreak.commandLine(new Workbench(new Engine()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        if (arguments.contains("black-thursday")) {
            line.parseArgs(arguments.toArray(String[]::new)); // takes its time; has a test of its own
            return;
        }
        boolean compares = arguments.get(0).equals("compare");
        if (compares) {
            String name = Files.readString(Path.of(arguments.get(1))).replaceAll("(?s).*\\nscenario: (\\S+).*", "$1");
            arguments.addAll(
                    List.of("--out", folder.resolve("firebreak-results/" + name).toString()));
        }
        int exitCode = line.execute(arguments.toArray(String[]::new));
        assertThat(exitCode).as(out + "\n" + err).isZero();
        assertThat(err.toString()).isEmpty();
        if (compares && arguments.contains("--plugins")) {
            // What the README says of its own example.
            assertThat(out.toString())
                    .contains("flips: lender.borrower-loss is better in rich keepers; worse in poor keepers");
        }
    }

    @Test
    void everyCommandAndOptionThatItMentionsExists() throws IOException {
        CommandSpec root = Firebreak.commandLine(new Workbench(new Engine())).getCommandSpec();
        List<MatchResult> mentions = MENTION.matcher(readme()).results().toList();
        assertThat(mentions).hasSizeGreaterThan(8);
        for (String line : readme().lines().toList()) {
            MENTION.matcher(line).results().map(each -> each.group(1)).forEach(mention -> {
                String name = mention.split(" ", 2)[0];
                assertThat(root.subcommands()).containsKey(name);
                // In the table of commands, the whole row speaks of one.
                String about = line.startsWith("|") ? line : mention;
                assertThat(options(root.subcommands().get(name)))
                        .containsAll(Pattern.compile("--[a-z-]+")
                                .matcher(about)
                                .results()
                                .map(MatchResult::group)
                                .toList());
            });
        }
    }

    @Test
    void everyCommandIsInItsTable() throws IOException {
        List<String> rows = readme().lines()
                .filter(line -> line.startsWith("| `./firebreak "))
                .toList();
        for (String command : Firebreak.commandLine(new Workbench(new Engine()))
                .getSubcommands()
                .keySet()) {
            if (!command.equals("help")) {
                assertThat(rows).as(command).anyMatch(row -> row.matches("\\| `\\./firebreak " + command + "\\b.*"));
            }
        }
    }

    private static List<String> options(CommandLine command) {
        return Stream.concat(Stream.of(command), command.getSubcommands().values().stream())
                .flatMap(each -> each.getCommandSpec().options().stream())
                .map(OptionSpec::longestName)
                .toList();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        LINK.matcher(readme())
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .forEach(link -> assertThat(ROOT.resolve(link)).exists());
    }
}
