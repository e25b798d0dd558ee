package io.firebreak.core.scenario;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;

/**
 * A value of the scenario and the way to it.
 *
 * @param path {@code venues.maker.liquidation}
 */
record Cursor(String path, Tree tree) {
    /** The value under a key; none where it has no such key. */
    Option<Cursor> child(String key) {
        return tree instanceof Tree.Branch branch
                ? branch.entries().get(key).map(entry -> new Cursor(join(key), entry.value()))
                : Option.none();
    }

    /** The value under each key, in the order of writing; the key is the last part of the path. */
    Seq<Cursor> children() {
        if (tree instanceof Tree.Branch branch) {
            return branch.entries().toVector().map(each -> new Cursor(join(each._1), each._2.value()));
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
                        path, Tree.Branch.of(branch.place(), branch.entries().filterKeys(key)))
                : this;
    }

    /** The last part of the path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
