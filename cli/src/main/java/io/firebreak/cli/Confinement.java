package io.firebreak.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs a command of Firebreak's in a JVM of its own, with little memory: code of strangers runs in it. */
record Confinement(int megabytes) {
    /** What code of strangers may have. */
    static final Confinement OF_STRANGERS = new Confinement(1024);

    /** What a JVM with {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;
    /** Added to the exit code of a command that came to its end: what it ran may have ended the JVM before, with any code. */
    private static final String BASE_PROPERTY = "firebreak.exit-base";

    private static final int BASE = 64;

    /** Whether this JVM is one of those. */
    static boolean isHere() {
        return Integer.getInteger(BASE_PROPERTY) != null;
    }

    /** The exit code that the JVM of a command ends with. */
    static int coded(int code) {
        return Integer.getInteger(BASE_PROPERTY, 0) + code;
    }

    /**
     * The exit code of a command; {@link BadInput} where it ate its memory or died.
     *
     * @param strangers whose code it runs
     */
    int run(Path strangers, CommandLine line) {
        String subject = String.valueOf(strangers.getFileName());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-OmitStackTraceInFastThrow",
                "-D" + BASE_PROPERTY + "=" + BASE,
                "-cp",
                System.getProperty("java.class.path"),
                Firebreak.class.getName()));
        command.addAll(line.getParseResult().originalArgs());
        try {
            Process process = new ProcessBuilder(command).start();
            Thread end = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(end);
            process.getOutputStream().close();
            Thread errors = new Thread(() -> copy(process.getErrorStream(), line.getErr()));
            errors.start();
            StringWriter said = new StringWriter(); // only of a command that ended: a JVM that dies has last words too
            copy(process.getInputStream(), new PrintWriter(said));
            errors.join();
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            if (code == OUT_OF_MEMORY) {
                throw new BadInput(subject + " eats memory: it needed more than " + megabytes
                        + " MB, and was stopped. Maybe the state of a mechanism grows without end.");
            }
            if (code < BASE || code > BASE + Firebreak.BAD_INPUT) {
                throw new BadInput(subject + " ended the JVM that ran it, with exit code " + code
                        + ". Maybe a mechanism calls System.exit: none may.");
            }
            line.getOut().print(said);
            line.getOut().flush();
            return code - BASE;
        } catch (IOException | InterruptedException stopped) {
            throw new IllegalStateException("What ran " + subject + " was stopped.", stopped);
        }
    }

    private static void copy(InputStream from, PrintWriter to) {
        try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            reader.transferTo(to);
            to.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
