package io.firebreak.core.scenario;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;

/** A parsed YAML value that remembers its place. All scalars are texts: what they mean is up to who reads them. */
sealed interface Tree {
    Place place();

    /** Values in it, itself included, aliases expanded. */
    long size();

    /** The value in a line of YAML, without the braces around a map: {@code beg: 3%, curve: { linear: { tau: 6 h } }}. */
    String flow();

    /**
     * A word or number; empty where nothing is written.
     *
     * @param quoted it is a text, whatever it looks like: neither nothing nor {@code none}
     */
    record Leaf(Place place, String text, boolean quoted) implements Tree {
        /** Whether nothing is written. */
        boolean isEmpty() {
            return text.isEmpty() && !quoted;
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public String flow() {
            return text;
        }
    }

    /** A list. */
    record Items(Place place, Seq<Tree> items, long size) implements Tree {
        static Items of(Place place, Seq<Tree> items) {
            return new Items(place, items, 1 + items.foldLeft(0L, (sum, each) -> sum + each.size()));
        }

        @Override
        public String flow() {
            return items.map(each -> each instanceof Branch ? "{ " + each.flow() + " }" : each.flow())
                    .mkString("[", ", ", "]");
        }
    }

    /** A map, in the order of writing. */
    record Branch(Place place, LinkedHashMap<String, Entry> entries, long size) implements Tree {
        static Branch of(Place place, LinkedHashMap<String, Entry> entries) {
            return new Branch(
                    place,
                    entries,
                    1
                            + entries.values()
                                    .foldLeft(
                                            0L,
                                            (sum, each) -> sum + each.value().size()));
        }

        @Override
        public String flow() {
            return entries.map(each -> {
                        Tree value = each._2.value();
                        boolean braced =
                                value instanceof Branch inner && inner.entries().size() != 1;
                        return each._1 + ": " + (braced ? "{ " + value.flow() + " }" : value.flow());
                    })
                    .mkString(", ");
        }

        Branch with(String key, Entry entry) {
            return of(place, entries.put(key, entry));
        }
    }

    /** What stands under a key. */
    record Entry(Place key, Tree value) {}
}
