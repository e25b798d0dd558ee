package io.firebreak.core.results;

import io.firebreak.api.metric.Better;
import io.firebreak.core.engine.RunResult;
import io.firebreak.core.experiment.Journal;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One file per finished run, in binary, so that every double comes back bit by bit. A file is written beside its place and
 * moved there: it is whole or absent.
 */
public final class FolderJournal implements Journal {
    private static final int FORMAT = 1;

    private final Path folder;

    private FolderJournal(Path folder) {
        this.folder = folder;
    }

    static FolderJournal in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new OutputProblem("Cannot write to", folder, refused);
        }
        return new FolderJournal(folder);
    }

    @Override
    public Option<RunResult> read(int trial) {
        Path file = file(trial);
        if (!Files.exists(file)) {
            return Option.none();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt() == FORMAT ? Option.some(result(in)) : Option.none();
        } catch (IOException unreadable) {
            throw new OutputProblem("Cannot read", file, unreadable);
        }
    }

    @Override
    public void keep(int trial, RunResult result) {
        Path file = file(trial);
        Path unfinished = folder.resolve(trial + ".unfinished");
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(FORMAT);
            write(out, result);
            Files.write(unfinished, bytes.toByteArray());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new OutputProblem("Cannot write", file, refused);
        }
    }

    private Path file(int trial) {
        return folder.resolve(trial + ".run");
    }

    private static void write(DataOutputStream out, RunResult result) throws IOException {
        text(out, result.hash());
        out.writeLong(result.blocks());
        out.writeInt(result.measures().size());
        for (RunResult.Measure measure : result.measures()) {
            text(out, measure.name());
            out.writeDouble(measure.value());
            text(out, measure.unit());
            text(out, measure.better().name());
        }
        out.writeInt(result.timeline().size());
        for (RunResult.Series series : result.timeline()) {
            text(out, series.name());
            text(out, series.unit());
            out.writeInt(series.points().size());
            for (RunResult.Point point : series.points()) {
                out.writeLong(point.timeMillis());
                out.writeDouble(point.value());
            }
        }
        out.writeInt(result.warnings().size());
        for (String warning : result.warnings()) {
            text(out, warning);
        }
        out.writeBoolean(result.failure().isDefined());
        for (RunResult.Failure failure : result.failure()) {
            out.writeInt(failure.rule());
            text(out, failure.mechanism());
            out.writeLong(failure.block());
            text(out, failure.message());
        }
    }

    private static RunResult result(DataInputStream in) throws IOException {
        return new RunResult(
                text(in),
                in.readLong(),
                list(in, () -> new RunResult.Measure(text(in), in.readDouble(), text(in), Better.valueOf(text(in)))),
                list(
                        in,
                        () -> new RunResult.Series(
                                text(in),
                                text(in),
                                list(in, () -> new RunResult.Point(in.readLong(), in.readDouble())))),
                Array.empty(),
                Array.empty(),
                list(in, () -> text(in)),
                in.readBoolean()
                        ? Option.some(new RunResult.Failure(in.readInt(), text(in), in.readLong(), text(in)))
                        : Option.none());
    }

    /** Reads one element. */
    private interface Element<T> {
        T read() throws IOException;
    }

    private static <T> Seq<T> list(DataInputStream in, Element<T> element) throws IOException {
        int size = in.readInt();
        java.util.List<T> elements = new java.util.ArrayList<>();
        for (int at = 0; at < size; at++) {
            elements.add(element.read());
        }
        return Array.ofAll(elements);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
