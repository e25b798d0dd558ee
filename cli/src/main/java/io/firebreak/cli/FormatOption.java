package io.firebreak.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import picocli.CommandLine;

/** {@code --format}: stdout carries the result alone, as text or as one JSON object. */
final class FormatOption {
    static final ObjectMapper JSON = new ObjectMapper();

    @CommandLine.Option(
            names = "--format",
            paramLabel = "table|json",
            defaultValue = "table",
            description = "How to print the result: table (default) or json.")
    private Format format = Format.TABLE;

    boolean json() {
        return format == Format.JSON;
    }

    static void print(PrintWriter out, JsonNode node) {
        try {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can be written.", impossible);
        }
        out.flush();
    }
}
