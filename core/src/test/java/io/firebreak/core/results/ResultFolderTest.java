package io.firebreak.core.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.firebreak.core.economy.ImpactMode;
import io.firebreak.core.engine.Assurance;
import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Experiment;
import io.firebreak.core.experiment.FakeRuns;
import io.firebreak.core.experiment.Journal;
import io.firebreak.core.experiment.Trials;
import io.vavr.collection.Array;
import io.vavr.collection.LinkedHashMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFolderTest {
    private static Comparison comparison() {
        Experiment experiment = FakeRuns.experiment(
                Array.of("english auction", "dutch auction"), Array.of("w"), Array.of(ImpactMode.GROSS), 3);
        return Comparison.of(
                experiment,
                new Trials(FakeRuns.runner(), 1, Duration.ofMinutes(1), Journal.none(), (done, of, outcome) -> {})
                        .run(experiment));
    }

    private static List<String> rows(String url, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
                    cells.add(result.getString(at));
                }
                rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    private static List<String> members(Path folder) throws IOException {
        try (Stream<Path> members = Files.list(folder)) {
            return members.map(member -> member.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void tablesReadBackWithSql(@TempDir Path folder) throws Exception {
        ResultFolder results = ResultFolder.open(folder.resolve("out"));
        results.publish(fresh -> ResultTables.write(fresh, comparison()));
        Path out = results.path();

        assertThat(members(folder)).containsExactly("out");
        assertThat(members(out))
                .containsExactly(
                        "differences.parquet",
                        "figures.parquet",
                        "measures.parquet",
                        "results.duckdb",
                        "runs.parquet",
                        "timeline.parquet");
        String sql = "SELECT design, round(avg(value), 6) FROM %s JOIN %s USING (run) GROUP BY design ORDER BY design";
        List<String> means = List.of("dutch auction|100.2", "english auction|0.2");
        assertThat(rows("jdbc:duckdb:" + out.resolve("results.duckdb"), sql.formatted("runs", "measures")))
                .isEqualTo(means);
        assertThat(rows(
                        "jdbc:duckdb:",
                        sql.formatted(
                                "'" + out.resolve("runs.parquet") + "'", "'" + out.resolve("measures.parquet") + "'")))
                .isEqualTo(means);
        assertThat(rows(
                        "jdbc:duckdb:",
                        "SELECT design, reference, mean, resolved, doubt FROM '" + out.resolve("differences.parquet")
                                + "'"))
                .containsExactly("dutch auction|english auction|100.0|true|null");
        assertThat(rows(
                        "jdbc:duckdb:",
                        "SELECT time_millis, value FROM '" + out.resolve("timeline.parquet") + "' WHERE run = 3"))
                .containsExactly("0|100.1", "60000|null");
    }

    @Test
    void theSameOutcomesGiveTheSameParquet(@TempDir Path folder) throws Exception {
        for (String name : List.of("one", "two")) {
            ResultFolder.open(folder.resolve(name)).publish(fresh -> ResultTables.write(fresh, comparison()));
        }
        for (String table : List.of("runs", "measures", "timeline", "figures", "differences")) {
            assertThat(folder.resolve("one").resolve(table + ".parquet"))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(table + ".parquet"));
        }
    }

    @Test
    void anEarlierResultIsReplaced(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        for (String text : List.of("{\"old\": 1}", "{\"new\": 1}")) {
            ResultFolder.open(out).publish(fresh -> Files.writeString(fresh.resolve("manifest.json"), text));
        }
        assertThat(out.resolve("manifest.json")).hasContent("{\"new\": 1}");
        assertThat(members(folder)).containsExactly("out");
    }

    @Test
    void aStrangersFolderIsNotReplaced(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> ResultFolder.open(folder))
                .isInstanceOf(OutputProblem.class)
                .hasMessageContaining("is no result of Firebreak");
        assertThat(folder.resolve("thesis.tex")).hasContent("years of work");
    }

    @Test
    void aPathBelowAFileIsRefusedBeforeAnythingRuns(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> ResultFolder.open(file.resolve("deep/out")))
                .isInstanceOf(OutputProblem.class)
                .hasMessageContaining("Cannot write to")
                .hasMessageContaining("--out");
        assertThat(members(folder)).containsExactly("file");
    }

    @Test
    void whatCannotBeFinishedLeavesNothingBehind(@TempDir Path folder) throws Exception {
        ResultFolder results = ResultFolder.open(folder.resolve("out"));
        assertThatThrownBy(() -> results.publish(fresh -> {
                    Files.writeString(fresh.resolve("half"), "written");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(OutputProblem.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Maybe the disk is full");
        assertThat(members(folder)).isEmpty();
    }

    @Test
    void aFullDiskIsNamedByTheTables(@TempDir Path folder) throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        try (ResultTables tables = ResultTables.open(folder)) {
            tables.execute("CREATE TABLE t AS SELECT range AS x FROM range(100000)");
            assertThatThrownBy(() -> tables.copy("t", full)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theManifestReadsBack(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("runs.parquet"), "abc");
        Manifest manifest = new Manifest(
                "black-thursday",
                "00ff",
                Array.of(1L, 2L),
                Assurance.BLOCK,
                300_000,
                LinkedHashMap.of("scenario.yaml", "aa"),
                LinkedHashMap.of("firebreak-models-lending.jar", "bb"),
                "0.1.0",
                "17.0.1",
                Manifest.hashes(folder));
        manifest.writeTo(folder);
        assertThat(Manifest.in(folder)).isEqualTo(manifest);
        assertThat(manifest.files().get("runs.parquet"))
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // SHA-256 of "abc"
    }

    @Test
    void aFolderWithoutAManifestIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Manifest.in(folder))
                .isInstanceOf(OutputProblem.class)
                .hasMessageContaining("manifest.json");
    }

    @Test
    void aManifestThatWasDamagedIsNamed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("manifest.json"), "{\"scenario\": 1");
        assertThatThrownBy(() -> Manifest.in(folder))
                .isInstanceOf(OutputProblem.class)
                .hasMessageContaining("is no manifest");
    }
}
