package io.firebreak.core.scenario;

import io.firebreak.api.plugin.DataFile;
import io.firebreak.core.results.Digest;
import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The CSV files of a scenario: each is read once, however many variants name it. */
final class DataFiles {
    private final ScenarioSource source;
    private final Problems problems;
    private final TreeMap<String, Read> read = new TreeMap<>();

    DataFiles(ScenarioSource source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** No files: each is missing. */
    static DataFiles none() {
        return new DataFiles(
                new ScenarioSource() {
                    @Override
                    public String scenario() {
                        return "";
                    }

                    @Override
                    public Either<String, byte[]> read(String name) {
                        return Either.left("is not there");
                    }
                },
                new Problems());
    }

    /** The cells; none where the file is missing. */
    Option<CsvTable> table(String name, Cursor at) {
        return read(name, at).flatMap(Read::table);
    }

    /** The numbers; none where the file is missing or has mistakes. */
    Option<DataFile> numbers(String name, Cursor at) {
        return read(name, at).flatMap(each -> each.numbers().get());
    }

    /** Every file that was read. */
    Seq<Scenario.SourceFile> all() {
        return Vector.ofAll(read.entrySet())
                .map(each ->
                        new Scenario.SourceFile(each.getKey(), each.getValue().sha256()));
    }

    private Option<Read> read(String name, Cursor at) {
        Read known = read.get(name);
        if (known != null) {
            return Option.some(known);
        }
        return source.read(name).fold(why -> problems.report(at, why), content -> {
            Read fresh = parse(name, content);
            read.put(name, fresh);
            return Option.some(fresh);
        });
    }

    private Read parse(String name, byte[] content) {
        List<Problem> mistakes = new ArrayList<>();
        CsvTable table = CsvTable.parse(name, new String(content, StandardCharsets.UTF_8), mistakes);
        problems.reportAll(mistakes);
        Option<CsvTable> whole = Option.when(mistakes.isEmpty(), table);
        return new Read(Digest.of(content), whole, Lazy.of(() -> whole.flatMap(this::numbers)));
    }

    private Option<DataFile> numbers(CsvTable table) {
        List<Problem> mistakes = new ArrayList<>();
        DataFile numbers = table.numbers(mistakes);
        problems.reportAll(mistakes);
        return Option.when(mistakes.isEmpty(), numbers);
    }

    private record Read(String sha256, Option<CsvTable> table, Lazy<Option<DataFile>> numbers) {}
}
