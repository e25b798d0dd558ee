package io.firebreak.core.scenario;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.StringReader;
import java.util.IdentityHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Parses YAML within limits, so that a small file cannot become a large one. */
final class YamlText {
    private static final int MOST_CHARACTERS = 3 * 1024 * 1024;
    private static final int MOST_DEPTH = 40;
    private static final int MOST_ALIASES = 200;
    private static final long MOST_VALUES = 1_000_000;

    private final String file;
    private final Problems problems;
    private final IdentityHashMap<Node, Tree> seen = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();

    private YamlText(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The text's only document; none where it cannot be read, or is empty. */
    static Option<Tree> parse(String file, String text, Problems problems) {
        Place start = new Place(file, 1, 1);
        if (text.length() > MOST_CHARACTERS) {
            return problems.report(
                    start,
                    "",
                    "",
                    "has " + text.length() + " characters; at most " + MOST_CHARACTERS
                            + ". Maybe move data into CSV files");
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setNestingDepthLimit(MOST_DEPTH);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            Node root = new Yaml(limits).compose(new StringReader(text));
            return root == null
                    ? problems.report(start, "", "", "is empty. Maybe begin with 'scenario: my-name'")
                    : new YamlText(file, problems).tree(root, "");
        } catch (MarkedYAMLException broken) {
            Place place = Option.of(broken.getProblemMark())
                    .map(mark -> place(file, mark))
                    .getOrElse(start);
            return problems.report(place, "", "", "is no YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            return problems.report(
                    start,
                    "",
                    "",
                    "is no YAML that a scenario needs (at most " + MOST_DEPTH + " levels and " + MOST_ALIASES
                            + " aliases): " + broken.getMessage());
        }
    }

    private Option<Tree> tree(Node node, String path) {
        Place place = place(file, node.getStartMark());
        Tree known = seen.get(node);
        if (known != null) {
            return Option.some(known);
        }
        if (open.put(node, true) != null) {
            return problems.report(place, path, "", "contains itself through an alias");
        }
        Option<Tree> tree = node instanceof ScalarNode scalar
                ? Option.some(new Tree.Leaf(place, scalar.getValue().strip(), !scalar.isPlain()))
                : node instanceof SequenceNode sequence ? items(place, sequence, path) : branch(place, node, path);
        open.remove(node);
        if (tree.exists(each -> each.size() > MOST_VALUES)) {
            return problems.report(
                    place, path, "", "grows to more than " + MOST_VALUES + " values through its aliases");
        }
        return tree.peek(each -> seen.put(node, each));
    }

    private Option<Tree> items(Place place, SequenceNode sequence, String path) {
        Vector<Tree> items = Vector.empty();
        for (Node each : sequence.getValue()) {
            Option<Tree> item = tree(each, path);
            if (item.isEmpty()) {
                return Option.none();
            }
            items = items.append(item.get());
        }
        return Option.some(Tree.Items.of(place, items));
    }

    private Option<Tree> branch(Place place, Node node, String path) {
        LinkedHashMap<String, Tree.Entry> entries = LinkedHashMap.empty();
        for (NodeTuple each : ((MappingNode) node).getValue()) {
            Place key = place(file, each.getKeyNode().getStartMark());
            if (!(each.getKeyNode() instanceof ScalarNode name)) {
                return problems.report(key, path, "", "is a key that is no word");
            }
            String text = name.getValue();
            Option<Tree> value = tree(each.getValueNode(), path.isEmpty() ? text : path + "." + text);
            if (value.isEmpty()) {
                return Option.none();
            }
            if (entries.containsKey(text)) {
                problems.report(
                        key,
                        path,
                        text,
                        "is there twice, first in line "
                                + entries.get(text).get().key().line() + ". Maybe remove one");
            }
            entries = entries.put(text, new Tree.Entry(key, value.get()));
        }
        return Option.some(Tree.Branch.of(place, entries));
    }

    private static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
