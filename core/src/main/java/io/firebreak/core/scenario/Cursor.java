package io.firebreak.core.scenario;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;

/**
 * A value of the scenario and the way to it.
 *
 * @param path {@code venues.maker.liquidation}
 * @param name under which it stands: the key, or the place in a list
 */
record Cursor(String path, String name, Tree tree) {
    /** A value whose name is the last part of the path. */
    Cursor(String path, Tree tree) {
        this(path, path.substring(path.lastIndexOf('.') + 1), tree);
    }

    /** The value under a key; none where it has no such key. */
    Option<Cursor> child(String key) {
        return tree instanceof Tree.Branch branch
                ? branch.entries().get(key).map(entry -> new Cursor(join(key), key, entry.value()))
                : Option.none();
    }

    /** The value under each key, in the order of writing; the key is the last part of the path. */
    Seq<Cursor> children() {
        if (tree instanceof Tree.Branch branch) {
            return branch.entries().toVector().map(each -> new Cursor(join(each._1), each._1, each._2.value()));
        }
        return tree instanceof Tree.Items items
                ? items.items().zipWithIndex().map(each -> new Cursor(join(each._2.toString()), each._1))
                : Vector.empty();
    }

    Seq<String> keys() {
        return tree instanceof Tree.Branch branch ? branch.entries().keySet().toVector() : Vector.empty();
    }

    /** The same map with those keys only that a test lets through. */
    Cursor only(Predicate<String> key) {
        return tree instanceof Tree.Branch branch
                ? new Cursor(
                        path,
                        name,
                        Tree.Branch.of(branch.place(), branch.entries().filterKeys(key)))
                : this;
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
