package io.firebreak.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.api.plugin.FirebreakModule;
import io.firebreak.core.scenario.SampleModule;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginLoaderTest {
    private static final String PATIENT =
            """
            @About("Waits.")
            public record Patient(@Parameter(value = "how long", preset = "3%", min = "0") Ratio waitShare)
                    implements LiquidationModel<Nothing> {
                public Nothing initial() { return Nothing.NOTHING; }
                public Ruling<Nothing> rule(Nothing state, Docket docket) { return Ruling.of(state); }
                public Either<Rejection, Ruling<Nothing>> answer(Nothing state, Call call, MarginView view) {
                    return Either.right(Ruling.of(state));
                }
            }
            """;
    private static final String MODULE =
            """
            public final class Module extends FirebreakModule {
                protected void mechanisms() { mechanism("patient", Patient.class); }
            }
            """;

    @TempDir
    Path work;

    private Path plugins;

    @BeforeEach
    void createFolder() throws Exception {
        plugins = Files.createDirectories(work.resolve("plugins"));
    }

    private PluginJar jar(String module) throws Exception {
        return new PluginJar(work.resolve("work")).with("Module", module).offering("Module");
    }

    private PluginJar patient() throws Exception {
        return jar(MODULE).with("Patient", PATIENT);
    }

    private Either<Seq<PluginFault>, Mechanisms> load() {
        return new PluginLoader().load(Option.some(plugins));
    }

    private void assertFault(String... parts) {
        assertThat(load().swap().getOrElseThrow(() -> new AssertionError("the loader finds no fault")))
                .singleElement()
                .asString()
                .contains(parts);
    }

    @Test
    void findsThePluginsOfTheClassPath() {
        Mechanisms mechanisms = new PluginLoader().load(Option.none()).get();
        assertThat(mechanisms.named("replay")).extracting(MechanismSpec::socket).contains(Socket.PRICE, Socket.ORACLE);
        assertThat(mechanisms.find(Socket.PRICE, "gbm").get().origin().name()).isEqualTo(Origin.BUILT_IN);
    }

    @Test
    void findsAJarAndSaysWhatItOffers() throws Exception {
        patient().write(plugins.resolve("patience.jar"));
        MechanismSpec found = load().get().find(Socket.LIQUIDATION, "patient").get();
        assertThat(found.about()).isEqualTo("Waits.");
        assertThat(found.origin().name()).isEqualTo("patience.jar");
        assertThat(found.origin().sha256().get())
                .isEqualTo(io.firebreak.core.results.Digest.of(plugins.resolve("patience.jar")));
        ParameterSpec parameter = found.parameters().head();
        assertThat(parameter.name()).isEqualTo("wait-share");
        assertThat(parameter.description()).isEqualTo("how long");
        assertThat(parameter.preset()).isEqualTo("3%");
        assertThat(parameter.min()).isEqualTo("0");
        assertThat(parameter.required()).isFalse();
        assertThat(parameter.accepted()).isEqualTo("a ratio such as '3%' or '0.03', at least 0");
    }

    @Test
    void sortsByName() throws Exception {
        patient().write(plugins.resolve("patience.jar"));
        Seq<String> names = load().get().all().map(MechanismSpec::name);
        assertThat(names).hasSizeGreaterThan(2).isEqualTo(names.sorted());
    }

    @Test
    void refusesOneNameTwice() throws Exception {
        patient().write(plugins.resolve("a.jar"));
        Files.copy(plugins.resolve("a.jar"), plugins.resolve("b.jar"));
        assertFault(
                "plugin b.jar: offers the liquidation model 'patient'", "taken by sample.Patient of a.jar", "Maybe");
    }

    @Test
    void refusesOneNameTwiceInOneModule() {
        assertThat(PluginLoader.of(new Twice()).getLeft())
                .singleElement()
                .asString()
                .contains("offers the liquidation model 'wait'", "a name taken by");
    }

    private static final class Twice extends FirebreakModule {
        @Override
        protected void mechanisms() {
            mechanism("wait", SampleModule.Hold.class);
            mechanism("wait", SampleModule.FallingPrice.class);
        }
    }

    @Test
    void refusesAJarWithoutPlugins() throws Exception {
        new PluginJar(work.resolve("work")).with("Patient", PATIENT).write(plugins.resolve("idle.jar"));
        assertFault("plugin idle.jar: offers no plugin of its own", "META-INF/services");
    }

    @Test
    void refusesAModuleWithoutMechanisms() throws Exception {
        jar("public final class Module extends FirebreakModule { protected void mechanisms() {} }")
                .write(plugins.resolve("empty.jar"));
        assertFault("plugin empty.jar: sample.Module offers no mechanism");
    }

    @Test
    void refusesWhatIsNoRecord() throws Exception {
        jar(MODULE)
                .with("Patient", PATIENT.replaceFirst("record Patient\\(.*\\)", "class Patient"))
                .write(plugins.resolve("plain.jar"));
        assertFault("plugin plain.jar: mechanism 'patient' (sample.Patient) is not a record");
    }

    @Test
    void refusesNoSocketAndTwo() throws Exception {
        jar(MODULE)
                .with("Patient", "public record Patient() implements Mechanism {}")
                .write(plugins.resolve("none.jar"));
        assertFault("must implement one socket, and implements none");
        Files.delete(plugins.resolve("none.jar"));
        jar(MODULE)
                .with(
                        "Patient",
                        PATIENT.replace("LiquidationModel<Nothing>", "LiquidationModel<Nothing>, Invariant")
                                .replaceFirst(
                                        "public Nothing initial",
                                        "public Seq<String> breaches(RunView view) { return null; }\npublic Nothing initial"))
                .write(plugins.resolve("two.jar"));
        assertFault("implements liquidation model and invariant");
    }

    @Test
    void refusesWhatCannotBeLinked() throws Exception {
        patient()
                .with("Helper", "public final class Helper {}")
                .with(
                        "Patient",
                        PATIENT.replace(
                                "public Nothing initial",
                                "public Helper help() { return null; }\npublic Nothing initial"))
                .write(plugins.resolve("old.jar"), "sample/Helper.class");
        assertFault("plugin old.jar: ", "cannot be linked, maybe built against another version of the api", "Helper");
    }

    @Test
    void refusesAMechanismThatLacksAMethodOfItsSocket() throws Exception {
        patient()
                .with("Waiting", "public interface Waiting { void waitLonger(); }")
                .with(
                        "Patient",
                        PATIENT.replace("LiquidationModel<Nothing> {", "LiquidationModel<Nothing>, Waiting {")
                                .replace(
                                        "public Nothing initial",
                                        "public void waitLonger() {}\npublic Nothing initial"))
                .write(plugins.resolve("full.jar"));
        new PluginJar(work.resolve("other"))
                .with("Waiting", "public interface Waiting { void waitEvenLonger(); }")
                .write(work.resolve("waiting.jar"));
        replace(
                plugins.resolve("full.jar"),
                "sample/Waiting.class",
                work.resolve("other/classes/sample/Waiting.class"));
        assertFault("plugin full.jar: ", "lacks the method waitEvenLonger: built against another version of the api");
    }

    private static void replace(Path jar, String entry, Path by) throws Exception {
        try (var zip = java.nio.file.FileSystems.newFileSystem(jar)) {
            Files.copy(by, zip.getPath(entry), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void namesTheJarWhosePluginThrows() throws Exception {
        jar("""
            public final class Module extends FirebreakModule {
                public Module() { throw new IllegalStateException("no licence"); }
                protected void mechanisms() {}
            }
            """)
                .write(plugins.resolve("angry.jar"));
        assertFault("plugin angry.jar: stopped while it was loaded", "no licence");
    }

    @Test
    void namesTheJarWhoseStaticInitialiserThrows() throws Exception {
        jar("""
            public final class Module extends FirebreakModule {
                static final int ONE = 1 / Integer.parseInt("0");
                protected void mechanisms() {}
            }
            """)
                .write(plugins.resolve("static.jar"));
        assertFault("plugin static.jar: stopped while it was loaded", "/ by zero");
    }

    @Test
    void refusesAParameterThatNoScenarioCanWrite() throws Exception {
        jar(MODULE)
                .with("Patient", PATIENT.replace("Ratio waitShare", "java.util.Map<String, String> waitShare"))
                .write(plugins.resolve("map.jar"));
        assertFault("plugin map.jar: ", "parameter wait-share of sample.Patient has the type java.util.Map");
    }

    @Test
    void refusesWhatIsNoJarAndNoFolder() throws Exception {
        Files.writeString(plugins.resolve("words.jar"), "words");
        assertFault("plugin words.jar: ");
        assertThat(new PluginLoader().load(Option.some(work.resolve("nowhere"))).getLeft())
                .singleElement()
                .asString()
                .contains("nowhere", "is not a folder that can be read");
    }

    @Test
    void refusesAFolderWithoutAJar() throws Exception {
        Files.writeString(plugins.resolve("notes.txt"), "words");
        assertFault("plugins: is a folder that holds no jar. Maybe build one: mvn package -DskipTests");
    }

    @Test
    void refusesAModuleThatTheJarDoesNotHold() throws Exception {
        patient().offering("Gone").write(plugins.resolve("gone.jar"));
        assertFault("plugin gone.jar: META-INF/services/", "names sample.Gone, a class that it does not hold. Maybe");
        assertThat(load().getLeft().head().toString()).doesNotContain("ServiceConfigurationError");
    }

    @Test
    void reportsTheFaultsOfAllJars() throws Exception {
        Files.writeString(plugins.resolve("a.jar"), "words");
        Files.writeString(plugins.resolve("b.jar"), "words");
        assertThat(load().getLeft()).extracting(PluginFault::origin).containsExactly("a.jar", "b.jar");
    }
}
