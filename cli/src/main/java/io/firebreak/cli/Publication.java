package io.firebreak.cli;

import io.firebreak.core.experiment.Comparison;
import io.firebreak.core.experiment.Experiment;
import io.firebreak.core.experiment.Trial;
import io.firebreak.core.results.Digest;
import io.firebreak.core.results.Manifest;
import io.firebreak.core.results.ResultTables;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a comparison leaves behind: tables, a copy of the scenario, a report and a manifest. */
record Publication(Study study, Comparison comparison, String resultHash, boolean report) {
    private static final String REPORT = "report.html";
    private static final String SCENARIO = "scenario";

    /** Of everything that decides the runs. */
    static String fingerprint(Study study, Experiment experiment) {
        return Digest.of(Array.of(study.name(), experiment.assurance().name(), "" + experiment.sampleMillis())
                        .appendAll(study.inputs().map(file -> file._1() + " " + file._2()))
                        .appendAll(study.code().map(file -> file._1() + " " + file._2()))
                        .appendAll(experiment.trials().map(Trial::label)))
                .substring(0, 16);
    }

    /** The copy of the scenario in a folder of results. */
    static Path scenarioIn(Path folder) {
        return folder.resolve(SCENARIO).resolve(ShippedScenarios.FILE);
    }

    void writeTo(Path folder) throws IOException {
        ResultTables.write(folder, comparison);
        for (String name : study.inputs().keySet()) {
            Path copy = folder.resolve(SCENARIO).resolve(name);
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(study.input(name)));
        }
        if (report) {
            Files.writeString(folder.resolve(REPORT), new Reporting(study, comparison, resultHash).html());
        }
        Experiment experiment = comparison.experiment();
        new Manifest(
                        study.name(),
                        resultHash,
                        experiment.seeds(),
                        experiment.assurance(),
                        experiment.sampleMillis(),
                        study.inputs(),
                        study.code(),
                        Firebreak.version(),
                        Runtime.version().toString(),
                        Manifest.hashes(folder))
                .writeTo(folder);
    }

    /** What a reader may want to open. */
    Seq<Path> files(Path folder) {
        Array<String> names = Array.of("results.duckdb", "manifest.json");
        return (report ? names.prepend(REPORT) : names).map(folder::resolve);
    }
}
