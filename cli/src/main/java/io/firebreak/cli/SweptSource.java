package io.firebreak.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.firebreak.core.scenario.ScenarioSource;
import io.vavr.Tuple2;
import io.vavr.collection.Array;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A scenario whose worlds are the cells of a grid: one of its worlds with every combination of other values. Its other
 * designs are left out.
 *
 * @param cells by label, the values at their paths
 */
record SweptSource(ScenarioSource source, String content, Map<String, Map<String, String>> cells)
        implements ScenarioSource {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int MOST_CELLS = 1000;

    /**
     * Lays the grid.
     *
     * @param world in which the values are changed; the scenario as written where there is none
     * @param values to try, by path
     */
    static SweptSource of(Path scenario, @Nullable String world, Map<String, Seq<String>> values) {
        ScenarioSource source = ScenarioSource.of(scenario);
        byte[] text = source.read(source.scenario()).getOrElseThrow(why -> new BadInput(scenario + " " + why + "."));
        try {
            if (!(YAML.readTree(text) instanceof ObjectNode root)) {
                throw new BadInput(scenario + " is not a map of sections.");
            }
            ObjectNode worlds = root.get("worlds") instanceof ObjectNode known ? known : YAML.createObjectNode();
            if (world != null && !(worlds.get(world) instanceof ObjectNode)) {
                throw new BadInput("There is no world '" + world + "'. The scenario has "
                        + Array.ofAll(worlds::fieldNames)
                                .map(each -> "'" + each + "'")
                                .mkString(", ") + ".");
            }
            Map<String, Map<String, String>> cells = cells(values);
            ObjectNode swept = YAML.createObjectNode();
            for (Tuple2<String, Map<String, String>> cell : cells) {
                ObjectNode patch =
                        world == null ? YAML.createObjectNode() : ((ObjectNode) worlds.get(world)).deepCopy();
                cell._2.forEach(patch::put);
                swept.set(cell._1, patch);
            }
            root.set("worlds", swept);
            root.remove("compare");
            return new SweptSource(source, YAML.writeValueAsString(root), cells);
        } catch (IOException broken) {
            throw new BadInput(scenario + " is no YAML: " + broken.getMessage());
        }
    }

    private static Map<String, Map<String, String>> cells(Map<String, Seq<String>> values) {
        Seq<Map<String, String>> cells = Array.of(LinkedHashMap.empty());
        for (Tuple2<String, Seq<String>> axis : values) {
            cells = cells.flatMap(cell -> axis._2.map(value -> cell.put(axis._1, value)));
            if (cells.size() > MOST_CELLS) {
                throw new BadInput("The grid has more than " + MOST_CELLS + " cells. Maybe try fewer values.");
            }
        }
        return LinkedHashMap.ofEntries(cells.map(cell -> new Tuple2<>(label(cell), cell)));
    }

    /** Paths without what leads to their last name, where that tells them apart. */
    private static String label(Map<String, String> cell) {
        boolean brief = cell.keySet().map(SweptSource::last).size() == cell.size();
        return cell.map(value -> (brief ? last(value._1) : value._1) + "=" + value._2)
                .mkString(", ");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @Override
    public String scenario() {
        return source.scenario();
    }

    @Override
    public Either<String, byte[]> read(String name) {
        return name.equals(scenario()) ? Either.right(content.getBytes(StandardCharsets.UTF_8)) : source.read(name);
    }
}
