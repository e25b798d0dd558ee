package io.firebreak.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firebreak.core.engine.Engine;
import io.firebreak.core.engine.Runner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command answered. */
record Answer(int exitCode, String out, String err) {
    static Answer firebreak(String... arguments) {
        return firebreak(new Engine(), arguments);
    }

    static Answer firebreak(Runner runner, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Firebreak.commandLine(new Workbench(runner));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int exitCode = line.execute(arguments);
        return new Answer(exitCode, out.toString(), err.toString());
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }
}
