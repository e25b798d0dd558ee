package io.firebreak.core.results;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that an experiment's results go to. Until they are complete, everything is in a hidden sibling, {@code
 * .NAME.partial}; then it is moved into place. An earlier result is replaced, anything else that stands there is not.
 */
public final class ResultFolder {
    private final Path target;
    private final Path partial;

    private ResultFolder(Path target, Path partial) {
        this.target = target;
        this.partial = partial;
    }

    /** Writes the files of a result. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path folder) throws IOException;
    }

    /** Checks, before anything runs, that results can be written. */
    public static ResultFolder open(Path folder) {
        return open(folder, true);
    }

    /** The same for a folder that must not be there yet. */
    public static ResultFolder openFresh(Path folder) {
        return open(folder, false);
    }

    private static ResultFolder open(Path folder, boolean replacing) {
        Path target = folder.toAbsolutePath().normalize();
        Path name = target.getFileName();
        if (name == null) {
            throw new OutputProblem("'" + folder + "' cannot be a result's folder. Maybe name a folder in it.");
        }
        Path partial = target.resolveSibling("." + name + ".partial");
        try {
            boolean result = replacing && Files.exists(target.resolve(Manifest.NAME));
            if (Files.exists(target) && !isEmptyFolder(target) && !result) {
                throw new OutputProblem("'" + folder + "' is there already"
                        + (replacing ? " and is no result of Firebreak" : "")
                        + ", so it is not replaced. Maybe let --out name another folder.");
            }
            Files.createDirectories(partial);
        } catch (IOException refused) {
            throw new OutputProblem("Cannot write to", folder, refused);
        }
        return new ResultFolder(target, partial);
    }

    public Path path() {
        return target;
    }

    /**
     * Remembers the runs of an experiment until its results are published.
     *
     * @param fingerprint of all that decides the runs: another one finds nothing
     */
    public FolderJournal journal(String fingerprint) {
        return FolderJournal.in(partial.resolve("runs-" + fingerprint));
    }

    /** Writes a result and moves it into place; where that fails, nothing is left behind. */
    public void publish(Content content) {
        Path fresh = partial.resolve("result");
        try {
            delete(fresh);
            Files.createDirectory(fresh);
            content.writeTo(fresh);
            if (Files.exists(target)) {
                Files.move(target, partial.resolve("replaced"));
            }
            Files.move(fresh, target);
        } catch (IOException refused) {
            throw new OutputProblem("Cannot write to", target, refused);
        } finally {
            discard();
        }
    }

    /** Leaves nothing behind of an experiment that could not be finished. */
    public void discard() {
        try {
            delete(partial);
        } catch (IOException refused) {
            throw new OutputProblem("Cannot delete", partial, refused);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> members = Files.list(path)) {
            return members.findAny().isEmpty();
        }
    }

    private static void delete(Path path) throws IOException {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                        throws IOException {
                    if (problem != null) {
                        throw problem;
                    }
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException gone) {
            return; // as it should be
        }
    }
}
