package io.firebreak.core.scenario;

import io.firebreak.api.ledger.Asset;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Reads a mechanism by itself, as a scenario would write it in a world whose names are known. */
public final class MechanismReader {
    private final Mechanisms mechanisms;
    private final Declared declared;

    public MechanismReader(
            Mechanisms mechanisms, Seq<Asset> assets, Seq<String> markets, Seq<String> oracles, Seq<String> venues) {
        this.mechanisms = mechanisms;
        this.declared = new Declared(assets, markets, oracles, venues);
    }

    /**
     * The mechanism, or every mistake.
     *
     * @param given parameters of any mechanisms by their names, {@code my-auction: { beg: 3% }}; empty: none
     * @param from what the text is called in messages
     * @param filled a text for each parameter that is left out, where it has one
     */
    public Either<Seq<Problem>, Object> read(
            MechanismSpec spec, String given, String from, Map<String, String> filled) {
        Problems problems = new Problems();
        Place start = new Place(from, 1, 1);
        Tree empty = Tree.Branch.of(start, LinkedHashMap.empty());
        Option<Cursor> all = (given.isBlank() ? Option.some(empty) : YamlText.parse(from, given, problems))
                .map(tree -> new Cursor("", tree));
        all.filter(each -> !(each.tree() instanceof Tree.Branch))
                .forEach(each -> problems.report(each, "is not a map of mechanisms and parameters"));
        if (!problems.isEmpty()) {
            return Either.left(problems.all(from));
        }
        Cursor own = all.get().child(spec.name()).getOrElse(() -> new Cursor(spec.name(), empty));
        ValueReader values = new ValueReader(mechanisms, declared, DataFiles.none(), problems, Option.none());
        Option<Object> read = values.record(new Cursor(own.path(), with(own.tree(), filled, problems)), spec.shape());
        return read.filter(each -> problems.isEmpty()).toEither(() -> problems.all(from));
    }

    private static Tree with(Tree given, Map<String, String> filled, Problems problems) {
        Tree whole = given instanceof Tree.Leaf leaf && leaf.isEmpty()
                ? Tree.Branch.of(given.place(), LinkedHashMap.empty())
                : given;
        for (var each : filled) {
            if (whole instanceof Tree.Branch branch && !branch.entries().containsKey(each._1)) {
                whole = YamlText.parse("filled", each._2, problems)
                        .map(tree -> branch.with(each._1, new Tree.Entry(given.place(), tree)))
                        .getOrElse(branch);
            }
        }
        return whole;
    }

    /** The names of the mechanisms that a text gives parameters for; none where it cannot be read. */
    public static Option<Seq<String>> names(String given) {
        return YamlText.parse("", given, new Problems()).map(tree -> new Cursor("", tree).keys());
    }
}
