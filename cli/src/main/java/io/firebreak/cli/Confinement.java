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

/** Runs a command of Firebreak's in a JVM of its own, with little memory: code of strangers runs in it. */
record Confinement(int megabytes) {
    /** What a JVM with {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    /**
     * Its exit code; {@link BadInput} where it ate its memory or died.
     *
     * @param subject whose code it runs
     */
    int run(String subject, List<String> arguments, PrintWriter out, PrintWriter err) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Firebreak.class.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).start();
            Thread end = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(end);
            process.getOutputStream().close();
            Thread errors = new Thread(() -> copy(process.getErrorStream(), err));
            errors.start();
            StringWriter said = new StringWriter(); // only of a check that ended: a JVM that dies has last words too
            copy(process.getInputStream(), new PrintWriter(said));
            errors.join();
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            if (code == OUT_OF_MEMORY) {
                throw new BadInput(subject + " eats memory: its check needed more than " + megabytes
                        + " MB, and was stopped. Maybe the state of a mechanism grows without end;"
                        + " --mechanism NAME checks one alone.");
            }
            if (code < 0 || code > OUT_OF_MEMORY) {
                throw new BadInput(subject + " ended the JVM that checked it, with exit code " + code + ".");
            }
            out.print(said);
            out.flush();
            return code;
        } catch (IOException | InterruptedException stopped) {
            throw new IllegalStateException("The check of " + subject + " was stopped.", stopped);
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
