package io.firebreak.core.scenario;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * What a world or design changes: paths through the scenario and new values. A path passes the name of a mechanism without
 * naming it: {@code agents.keepers.capital} is {@code agents.keepers.keeper.capital}. Its last part may be new (another
 * agent, a safeguard, a parameter that had its preset); all before it must be there.
 */
final class Patches {
    private final Seq<String> sections;
    private final Seq<String> venueSlots;

    Patches(Seq<String> sections, Seq<String> venueSlots) {
        this.sections = sections;
        this.venueSlots = venueSlots;
    }

    /** The scenario with a patch; what leads nowhere is reported and left out. */
    Tree apply(Tree scenario, Cursor patch, Problems problems) {
        Tree patched = scenario;
        if (patch.tree() instanceof Tree.Branch changes) {
            for (var change : changes.entries()) {
                List<String> path = List.of(change._1.split("\\.", -1));
                Either<String, Tree> next = set(patched, List.empty(), path, change._2);
                next.peekLeft(why -> problems.report(change._2.key(), patch.path(), change._1, why));
                patched = next.getOrElse(patched);
            }
        } else if (!(patch.tree() instanceof Tree.Leaf leaf && leaf.isEmpty())) {
            problems.report(patch, "is not a map of paths and values such as '{ agents.keepers.capital: 60 k DAI }'");
        }
        return patched;
    }

    private Either<String, Tree> set(Tree node, List<String> done, List<String> path, Tree.Entry value) {
        String key = path.head();
        if (node instanceof Tree.Leaf leaf && namesMechanism(done)) {
            Tree nothing = Tree.Branch.of(leaf.place(), LinkedHashMap.empty());
            return set(
                    Tree.Branch.of(leaf.place(), LinkedHashMap.of(leaf.text(), new Tree.Entry(leaf.place(), nothing))),
                    done,
                    path,
                    value);
        }
        if (node instanceof Tree.Items items) {
            return items.items()
                    .zipWithIndex()
                    .find(each -> each._2.toString().equals(key))
                    .toEither(() ->
                            nowhere(done, path, items.items().zipWithIndex().map(each -> each._2.toString())))
                    .flatMap(each -> below(each._1, done.append(key), path.tail(), value))
                    .map(tree -> Tree.Items.of(items.place(), items.items().update(Integer.parseInt(key), tree)));
        }
        if (!(node instanceof Tree.Branch branch)) {
            return Either.left(nowhere(done, path, List.empty()));
        }
        if (branch.entries().containsKey(key)) {
            Tree.Entry entry = branch.entries().get(key).get();
            return path.tail().isEmpty()
                    ? Either.right(branch.with(key, value))
                    : set(entry.value(), done.append(key), path.tail(), value)
                            .map(tree -> branch.with(key, new Tree.Entry(entry.key(), tree)));
        }
        Seq<String> names = branch.entries().keySet().toList();
        Seq<String> inside = done.size() == 2 && done.head().equals("venues")
                ? venueSlots.contains(key) ? List.empty() : names.removeAll(venueSlots)
                : namesMechanism(done) ? names : List.empty();
        if (inside.size() == 1) {
            return set(node, done, path.prepend(inside.head()), value);
        }
        return path.tail().isEmpty() && (!done.isEmpty() || sections.contains(key))
                ? Either.right(branch.with(key, value))
                : Either.left(nowhere(done, path, done.isEmpty() ? sections : names));
    }

    /** Whether a mechanism's name stands at this place. */
    private static boolean namesMechanism(List<String> place) {
        return switch (place.headOption().getOrElse("")) {
            case "oracles", "agents" -> place.size() == 2;
            case "outside-markets" -> place.size() == 3 && place.last().equals("path");
            case "venues" ->
                (place.size() == 3 && List.of("margin", "liquidation").contains(place.last()))
                        || (place.size() == 4 && List.of("losses", "safeguards").contains(place.get(2)));
            default -> false;
        };
    }

    private Either<String, Tree> below(Tree node, List<String> done, List<String> path, Tree.Entry value) {
        return path.isEmpty() ? Either.right(value.value()) : set(node, done, path, value);
    }

    private static String nowhere(List<String> done, List<String> path, Seq<String> known) {
        return "leads nowhere: there is no '" + path.head() + "' in "
                + (done.isEmpty() ? "a scenario" : "'" + done.mkString(".") + "'")
                + Nearest.of(path.head(), known)
                        .map(near -> ". Maybe '"
                                + done.append(near).appendAll(path.tail()).mkString(".") + "'")
                        .getOrElse("");
    }
}
