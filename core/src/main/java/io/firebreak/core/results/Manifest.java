package io.firebreak.core.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firebreak.core.engine.Assurance;
import io.vavr.collection.Array;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What it takes to do an experiment again, and to see that the same comes out.
 *
 * @param scenario its name
 * @param inputs SHA-256 of the scenario and its files by name, relative to the folder {@code scenario} beside the manifest
 * @param plugins SHA-256 of the jars that mechanisms came from, by file name
 * @param firebreak version
 * @param java version; the result does not depend on it
 * @param files SHA-256 of the other files of the folder by name
 */
public record Manifest(
        String scenario,
        String resultHash,
        Seq<Long> seeds,
        Assurance assurance,
        long sampleMillis,
        Map<String, String> inputs,
        Map<String, String> plugins,
        String firebreak,
        String java,
        Map<String, String> files) {
    /** The file's name. */
    public static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Hashes every file that a result's folder holds so far. */
    public static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = LinkedHashMap.empty();
        for (Path file : Digest.files(folder)) {
            hashes = hashes.put(Digest.relative(folder, file), Digest.of(file));
        }
        return hashes;
    }

    /** Writes {@code manifest.json}. */
    public void writeTo(Path folder) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("scenario", scenario);
        node.put("resultHash", resultHash);
        node.put("verify", "firebreak verify DIR");
        seeds.forEach(node.putArray("seeds")::add);
        node.put("assurance", assurance.name());
        node.put("sampleMillis", sampleMillis);
        put(node.putObject("inputs"), inputs);
        put(node.putObject("plugins"), plugins);
        node.put("firebreak", firebreak);
        node.put("java", java);
        put(node.putObject("files"), files);
        Files.writeString(
                folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
    }

    /** Reads the manifest of a result's folder. */
    public static Manifest in(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw new OutputProblem("'" + folder + "' holds no " + NAME
                    + ". Maybe name the folder that 'compare' wrote its results to.");
        }
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            return new Manifest(
                    node.required("scenario").asText(),
                    node.required("resultHash").asText(),
                    Array.ofAll(node.required("seeds")).map(JsonNode::asLong),
                    Assurance.valueOf(node.required("assurance").asText()),
                    node.required("sampleMillis").asLong(),
                    map(node.required("inputs")),
                    map(node.required("plugins")),
                    node.required("firebreak").asText(),
                    node.required("java").asText(),
                    map(node.required("files")));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new OutputProblem("'" + file + "' is no manifest: " + unreadable.getMessage()
                    + ". Maybe it was changed by hand; run the comparison again.");
        }
    }

    private static void put(ObjectNode node, Map<String, String> map) {
        map.forEach(node::put);
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = LinkedHashMap.empty();
        for (java.util.Map.Entry<String, JsonNode> entry : node.properties()) {
            map = map.put(entry.getKey(), entry.getValue().asText());
        }
        return map;
    }
}
