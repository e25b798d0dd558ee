package io.firebreak.core.scenario;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.TreeSet;

/** Collects mistakes: each once, however many variants it spoils, in the order of their places. */
final class Problems {
    private final TreeSet<Problem> found = new TreeSet<>(Comparator.comparing(Problem::file)
            .thenComparing(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::path)
            .thenComparing(Problem::value)
            .thenComparing(Problem::message));

    <T> Option<T> report(Cursor at, String message) {
        String value = at.tree() instanceof Tree.Leaf leaf ? leaf.text() : "";
        return report(at.tree().place(), at.path(), value, message);
    }

    <T> Option<T> report(Place place, String path, String value, String message) {
        found.add(new Problem(place.file(), place.line(), place.column(), path, value, message));
        return Option.none();
    }

    void reportAll(Iterable<Problem> problems) {
        problems.forEach(found::add);
    }

    /** Those of the given file first. */
    Seq<Problem> all(String scenario) {
        return Vector.ofAll(found)
                .partition(each -> each.file().equals(scenario))
                .apply(Vector::appendAll);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
