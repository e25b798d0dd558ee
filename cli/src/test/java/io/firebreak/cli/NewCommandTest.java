package io.firebreak.cli;

import static io.firebreak.cli.Answer.firebreak;
import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.core.scenario.ScenarioReader;
import io.firebreak.core.wiring.PluginLoader;
import io.vavr.control.Option;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** {@code firebreak new}: the project that it creates is compiled, tested, packed and checked as it is. */
final class NewCommandTest {
    @TempDir
    static Path folder;

    private static Path project = Path.of("");
    private static Path classes = Path.of("");

    @BeforeAll
    static void createAndCompile() throws IOException {
        project = folder.resolve("my-auction");
        Answer answer = firebreak("new", "my-auction", "--out", project.toString(), "--group", "org.mine");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("MyAuction.java", "mvn test");
        Files.writeString(
                project.resolve("src/test/java/org/mine/myauction/MyAuctionProperties.java"),
                "package org.mine.myauction;\n\n" + propertiesOfTheReadme());
        classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-d",
                classes.toString(),
                "-classpath",
                classPath()));
        files(project, ".java").forEach(file -> arguments.add(file.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as("compiles without a warning")
                .isZero();
    }

    /** The example in the README of the testkit, which says that it is of this very mechanism. */
    private static String propertiesOfTheReadme() throws IOException {
        return text(
                Files.readString(Path.of("../testkit/README.md")),
                "(?s)```java\\n(import [^`]*class MyAuctionProperties .*?)```");
    }

    /** Surefire says the class path in a property, and runs with another. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void itsKitTestPasses() throws IOException, ClassNotFoundException {
        assertThat(succeeded("MyAuctionTest")).isGreaterThan(10);
    }

    @Test
    void thePropertyInTheReadmeOfTheTestkitHolds() throws IOException, ClassNotFoundException {
        assertThat(succeeded("MyAuctionProperties")).isEqualTo(1);
    }

    /** How many tests of a class succeed; none fails. */
    private static long succeeded(String test) throws IOException, ClassNotFoundException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, NewCommandTest.class.getClassLoader())) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(loader.loadClass("org.mine.myauction." + test)))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            assertThat(listener.getSummary().getFailures()).isEmpty();
            return listener.getSummary().getTestsSucceededCount();
        }
    }

    @Test
    void itsJarOffersTheMechanismAndItsScenarioIsValid() throws IOException {
        Path jar = folder.resolve("my-auction.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files(classes, ".class")) {
                put(out, classes, file);
            }
            Path resources = project.resolve("src/main/resources");
            for (Path file : files(resources, "FirebreakModule")) {
                put(out, resources, file);
            }
        }
        var mechanisms = new PluginLoader().load(Option.some(jar)).get();
        assertThat(mechanisms.named("my-auction")).hasSize(1);
        assertThat(new ScenarioReader(mechanisms)
                        .read(project.resolve("scenario.yaml"))
                        .isRight())
                .isTrue();
    }

    private static void put(JarOutputStream out, Path root, Path file) throws IOException {
        out.putNextEntry(new JarEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, out);
        out.closeEntry();
    }

    @Test
    void noPlaceholderIsLeftAndItsVersionsAreOurs() throws IOException {
        for (Path file : files(project, "")) {
            if (Files.isRegularFile(file)) {
                assertThat(Files.readString(file)).doesNotContainPattern("@(name|Class|package|path|group|version)@");
            }
        }
        String own = Files.readString(Path.of("../pom.xml"));
        String pom = Files.readString(project.resolve("pom.xml"));
        assertThat(pom).contains("<groupId>org.mine</groupId>", "<artifactId>my-auction</artifactId>");
        assertThat(pom).contains("<firebreak.version>" + text(own, "<version>(.*?)</version>"));
        for (String plugin : List.of("resources", "compiler", "surefire", "jar")) {
            assertThat(pom)
                    .containsPattern("maven-" + plugin + "-plugin</artifactId>\\s*<version>"
                            + Pattern.quote(text(own, "<" + plugin + "-plugin.version>(.*?)<")));
        }
        assertThat(pom).contains("<version>" + text(own, "<junit.version>(.*?)<") + "</version>");
    }

    private static String text(String xml, String pattern) {
        var found = Pattern.compile(pattern).matcher(xml);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whatIsBuiltAndFoundIsNotCommittedAndAFailingTestLeavesAJar() throws IOException {
        assertThat(Files.readString(project.resolve(".gitignore"))).contains("target/", ".jqwik-database", "failures/");
        assertThat(Files.readString(project.resolve("README.md")))
                .contains("mvn package -DskipTests", "$schema=schema.json")
                .doesNotContainPattern("mvn package(?! -DskipTests)");
        assertThat(Files.readString(project.resolve("pom.xml")))
                .contains("firebreak-models-lending", "JUnit5Xml30StatelessReporter");
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("mine.txt"), "mine");
        Answer answer = firebreak("new", "my-auction", "--out", taken.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("is there already", "--out");
        try (Stream<Path> files = Files.list(taken)) {
            assertThat(files).hasSize(1);
        }
        assertThat(folder.resolve(".taken.partial")).doesNotExist();
    }

    @Test
    void namesThatTheCodeCannotHaveAreRefused() {
        for (String name : List.of("MyAuction", "my_auction", "my--auction", "9-lives", "new", "string", "limit")) {
            Path out = folder.resolve("refused");
            Answer answer = firebreak("new", name, "--out", out.toString());
            assertThat(answer.exitCode()).as(name).isEqualTo(2);
            assertThat(answer.err()).contains("'" + name + "'", "Maybe");
            assertThat(out).doesNotExist();
        }
        Answer taken = firebreak(
                "new", "fixed-spread", "--out", folder.resolve("refused").toString());
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err())
                .contains("'fixed-spread' is the name of a liquidation model that ships", "Maybe 'my-fixed-spread'");
        assertThat(folder.resolve("refused")).doesNotExist();
        assertThat(firebreak("new", "my-auction", "--group", "no group").err()).contains("'no group' is no group id");
    }
}
