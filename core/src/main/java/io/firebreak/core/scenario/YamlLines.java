package io.firebreak.core.scenario;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Writes a tree as YAML: what is opened in lines of its own, all else in one line. */
final class YamlLines {
    /** Texts that need no quotes, in a line of braces and brackets too. */
    private static final Pattern PLAIN =
            Pattern.compile("(?:[\\p{L}0-9_+./(]|-(?=[\\p{L}0-9]))(?:[\\p{L}0-9_+./()%$ -]|:(?=[0-9]))*(?<! )");

    private final Predicate<List<String>> opened;

    private YamlLines(Predicate<List<String>> opened) {
        this.opened = opened;
    }

    /**
     * The text of a map.
     *
     * @param opened whether the value under these keys gets a line for each of its parts
     */
    static String of(Tree.Branch root, Predicate<List<String>> opened) {
        return new YamlLines(opened).lines(root, List.empty()).mkString("", "\n", "\n");
    }

    /** The value in one line. */
    static String flow(Tree tree) {
        if (tree instanceof Tree.Branch branch) {
            return branch.entries().isEmpty()
                    ? "{}"
                    : branch.entries()
                            .map(each -> text(each._1) + ": " + flow(each._2.value()))
                            .mkString("{ ", ", ", " }");
        }
        return tree instanceof Tree.Items items
                ? items.items().isEmpty()
                        ? "[]"
                        : items.items().map(YamlLines::flow).mkString("[ ", ", ", " ]")
                : leaf((Tree.Leaf) tree);
    }

    private static String leaf(Tree.Leaf leaf) {
        return leaf.quoted() ? quoted(leaf.text()) : text(leaf.text());
    }

    private Seq<String> lines(Tree tree, List<String> path) {
        if (tree instanceof Tree.Items items) {
            return items.items().flatMap(each -> hung("- ", each, path.append("-")));
        }
        return ((Tree.Branch) tree).entries().toVector().flatMap(each -> {
            List<String> below = path.append(each._1);
            Tree value = each._2.value();
            return isOpened(value, below)
                    ? lines(value, below).map(line -> "  " + line).prepend(text(each._1) + ":")
                    : Vector.of(text(each._1) + ": " + flow(value));
        });
    }

    private Seq<String> hung(String bullet, Tree item, List<String> path) {
        if (!isOpened(item, path)) {
            return Vector.of(bullet + flow(item));
        }
        Seq<String> lines = lines(item, path);
        return lines.tail().map(line -> "  " + line).prepend(bullet + lines.head());
    }

    private boolean isOpened(Tree tree, List<String> path) {
        return !(tree instanceof Tree.Leaf) && tree.size() > 1 && (opened.test(path) || hasOpened(tree, path));
    }

    private boolean hasOpened(Tree tree, List<String> path) {
        return tree instanceof Tree.Branch branch
                && branch.entries().exists(each -> isOpened(each._2.value(), path.append(each._1)));
    }

    /** A word or text, in quotes where YAML would take it for something else. */
    static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null");
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(each -> quoted.append(escaped(each)));
        return quoted.append('"').toString();
    }

    private static String escaped(int character) {
        if (character == '"' || character == '\\') {
            return "\\" + (char) character;
        }
        return isShown(character) ? Character.toString(character) : "\\U%08x".formatted(character);
    }

    /** Whether a reader sees it as itself: no control, no space but the usual one, nothing that Unicode leaves open. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
