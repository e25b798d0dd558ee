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
    private static final String NOWHERE = "made up";

    private final Mechanisms mechanisms;
    private final Declared declared;

    public MechanismReader(
            Mechanisms mechanisms, Seq<Asset> assets, Seq<String> markets, Seq<String> oracles, Seq<String> venues) {
        this.mechanisms = mechanisms;
        this.declared = new Declared(assets, markets, oracles, venues);
    }

    /**
     * A text that gives parameters of any mechanisms by their names.
     *
     * @param text {@code my-auction: { beg: 3% }}; empty: none
     * @param from what the text is called in messages
     */
    public record Given(String text, String from) {}

    /**
     * The mechanism, or every mistake.
     *
     * @param given each parameter is taken from the first text that has it
     * @param filled a text for each parameter that none of them has, where there is one
     */
    public Either<Seq<Problem>, Object> read(MechanismSpec spec, Seq<Given> given, Map<String, String> filled) {
        Problems problems = new Problems();
        String first = given.headOption().map(Given::from).getOrElse(NOWHERE);
        Seq<Tree> layers = given.reject(each -> each.text().isBlank())
                .flatMap(each -> own(spec, each, problems))
                .append(made(filled, problems));
        if (!problems.isEmpty()) {
            return Either.left(problems.all(first));
        }
        ValueReader values = new ValueReader(mechanisms, declared, DataFiles.none(), problems, Option.none());
        Tree whole = layers.reduceLeft(MechanismReader::over);
        return values.record(new Cursor(spec.name(), whole), spec.shape())
                .filter(each -> problems.isEmpty())
                .toEither(() -> problems.all(first));
    }

    /** What a text has of this mechanism. */
    private static Option<Tree> own(MechanismSpec spec, Given given, Problems problems) {
        return YamlText.parse(given.from(), given.text(), problems)
                .map(tree -> new Cursor("", tree))
                .flatMap(all -> {
                    if (!(all.tree() instanceof Tree.Branch)) {
                        problems.report(all, "is not a map of mechanisms and parameters");
                    }
                    return all.child(spec.name()).map(Cursor::tree);
                })
                .map(own -> own instanceof Tree.Leaf leaf && leaf.isEmpty()
                        ? Tree.Branch.of(own.place(), LinkedHashMap.empty())
                        : own);
    }

    private static Tree made(Map<String, String> filled, Problems problems) {
        Place nowhere = new Place(NOWHERE, 1, 1);
        return filled.foldLeft(Tree.Branch.of(nowhere, LinkedHashMap.empty()), (made, each) -> YamlText.parse(
                        NOWHERE, each._2, problems)
                .map(tree -> made.with(each._1, new Tree.Entry(nowhere, tree)))
                .getOrElse(made));
    }

    /** The upper map, and of the lower one what the upper lacks; what is no map stays as it is, to be refused. */
    private static Tree over(Tree upper, Tree lower) {
        if (!(upper instanceof Tree.Branch above) || !(lower instanceof Tree.Branch below)) {
            return upper;
        }
        return below.entries()
                .filterKeys(key -> !above.entries().containsKey(key))
                .foldLeft(above, (all, each) -> all.with(each._1, each._2));
    }

    /** The names of the mechanisms that a text gives parameters for; none where it cannot be read. */
    public static Option<Seq<String>> names(String given) {
        return YamlText.parse("", given, new Problems()).map(tree -> new Cursor("", tree).keys());
    }
}
