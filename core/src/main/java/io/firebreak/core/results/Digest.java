package io.firebreak.core.results;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256 of files, in hex. */
public final class Digest {
    private Digest() {}

    /** Of a file, or of all files under a folder with their relative names. */
    public static String of(Path path) {
        MessageDigest digest = sha256();
        try {
            if (Files.isDirectory(path)) {
                for (Path file : files(path)) {
                    digest.update(relative(path, file).getBytes(StandardCharsets.UTF_8));
                    feed(digest, file);
                }
            } else {
                feed(digest, path);
            }
        } catch (IOException unreadable) {
            throw new OutputProblem("Cannot read", path, unreadable);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a file's content. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Of words, which may hold anything but a line break. */
    public static String of(Seq<String> words) {
        MessageDigest digest = sha256();
        words.forEach(word -> digest.update((word + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** All files under a folder, sorted by their relative names. */
    static Seq<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return Array.ofAll(walk.filter(Files::isRegularFile).toList()).sortBy(file -> relative(folder, file));
        }
    }

    /** The same on every system: {@code scenario/eth.csv}. */
    static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static void feed(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256.", impossible);
        }
    }
}
