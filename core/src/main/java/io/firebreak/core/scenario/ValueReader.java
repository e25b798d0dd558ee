package io.firebreak.core.scenario;

import io.firebreak.api.action.Action;
import io.firebreak.api.action.Quantity;
import io.firebreak.api.ledger.Asset;
import io.firebreak.api.ledger.Parcel;
import io.firebreak.api.plugin.MarketRef;
import io.firebreak.api.plugin.OracleRef;
import io.firebreak.api.plugin.Parameter;
import io.firebreak.api.plugin.VenueRef;
import io.firebreak.core.economy.StandIns;
import io.firebreak.core.wiring.KebabCase;
import io.firebreak.core.wiring.MechanismSpec;
import io.firebreak.core.wiring.Mechanisms;
import io.firebreak.core.wiring.ParameterSpec;
import io.firebreak.core.wiring.ParameterType;
import io.firebreak.core.wiring.ParameterType.Kind;
import io.firebreak.core.wiring.RecordShape;
import io.firebreak.core.wiring.Socket;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;

/** Builds the records that parameters describe. What cannot be built is reported, and comes back as none. */
final class ValueReader {
    private final Mechanisms mechanisms;
    private final Declared declared;
    private final DataFiles files;
    private final Problems problems;
    private final Option<Script> script;

    ValueReader(Mechanisms mechanisms, Declared declared, DataFiles files, Problems problems, Option<Script> script) {
        this.mechanisms = mechanisms;
        this.declared = declared;
        this.files = files;
        this.problems = problems;
        this.script = script;
    }

    /** The same reader for a scripted action: account names and claims of venues may stand in it. */
    ValueReader scripted(StandIns names, Option<Cast> cast) {
        return new ValueReader(mechanisms, declared, files, problems, Option.some(new Script(names, cast)));
    }

    /**
     * What a scripted action may name.
     *
     * @param cast none where the scenario has mistakes that hide it: any name is taken then
     */
    record Script(StandIns names, Option<Cast> cast) {}

    /** A mechanism: {@code name: { parameters }}, or its name alone. */
    <T> Option<T> mechanism(Cursor at, Socket socket, Class<T> type) {
        return chosen(at, socket.title())
                .flatMap(choice -> mechanism(choice, socket))
                .map(type::cast);
    }

    /** A mechanism whose name and parameters were found. */
    Option<Object> mechanism(Choice choice, Socket socket) {
        Option<MechanismSpec> found = mechanisms.find(socket, choice.name());
        if (found.isDefined()) {
            return record(choice.value(), found.get().shape());
        }
        Option<MechanismSpec> known = mechanisms.named(choice.name()).headOption();
        Seq<String> names = mechanisms.of(socket).map(MechanismSpec::name);
        return problems.report(
                choice.place(),
                choice.path(),
                choice.name(),
                known.map(other -> "is a " + other.socket().title() + ", not a " + socket.title())
                                .getOrElse("is no known " + socket.title())
                        + Nearest.hint(choice.name(), names)
                        + ". Known are " + names.mkString(", ")
                        + (known.isEmpty() ? "; more come with --plugins" : ""));
    }

    /** A name and what stands under it. */
    record Choice(Place place, String path, String name, Cursor value) {}

    private Option<Choice> chosen(Cursor at, String what) {
        if (at.tree() instanceof Tree.Leaf leaf && !leaf.isEmpty()) {
            Tree nothing = Tree.Branch.of(leaf.place(), LinkedHashMap.empty());
            return Option.some(new Choice(leaf.place(), at.path(), leaf.text(), new Cursor(at.path(), nothing)));
        }
        if (at.tree() instanceof Tree.Branch branch && branch.entries().size() == 1) {
            Cursor only = at.children().head();
            String name = at.keys().head();
            return Option.some(new Choice(branch.entries().head()._2.key(), at.path(), name, only));
        }
        return problems.report(
                at,
                at.keys().isEmpty()
                        ? "names no " + what
                        : "names " + at.keys().mkString(" and ") + "; one " + what + " is expected");
    }

    /** A record of a known type. */
    <T> Option<T> record(Cursor at, Class<T> type) {
        return record(at, RecordShape.of(type)).map(type::cast);
    }

    Option<Object> record(Cursor at, RecordShape shape) {
        boolean empty = at.tree() instanceof Tree.Leaf leaf && leaf.isEmpty();
        if (!empty && !(at.tree() instanceof Tree.Branch)) {
            return problems.report(
                    at,
                    "is not a map with "
                            + shape.parameters().map(ParameterSpec::name).mkString(", "));
        }
        known(at, shape.parameters().map(ParameterSpec::name));
        Seq<Option<Object>> arguments = shape.parameters().map(each -> argument(at, counted(each, shape, at)));
        return arguments.forAll(Option::isDefined)
                ? shape.create(arguments.map(Option::get)).fold(why -> problems.report(at, why), Option::some)
                : Option.none();
    }

    /** A parameter that is counted in an asset of the same record, with that asset as its unit. */
    private static ParameterSpec counted(ParameterSpec spec, RecordShape shape, Cursor at) {
        Seq<String> way = shape.counter(spec);
        return way.isEmpty()
                ? spec
                : spec.counted(way.foldLeft(Option.some(at), (found, key) -> found.flatMap(each -> each.child(key)))
                        .map(each -> each.tree() instanceof Tree.Leaf leaf ? leaf.text() : "")
                        .getOrElse(""));
    }

    /** Reports the keys that nobody knows. */
    void known(Cursor at, Seq<String> names) {
        if (at.tree() instanceof Tree.Branch branch) {
            branch.entries()
                    .filterKeys(key -> !names.contains(key))
                    .forEach((key, entry) -> problems.report(
                            entry.key(),
                            at.path(),
                            key,
                            "is not known here" + Nearest.hint(key, names)
                                    + (names.isEmpty()
                                            ? ". Nothing may be set here"
                                            : ". Known are " + names.mkString(", "))));
        }
    }

    private Option<Object> argument(Cursor at, ParameterSpec spec) {
        Option<Cursor> given = at.child(spec.name());
        if (given.isDefined()) {
            return value(given.get(), spec.type(), spec);
        }
        if (!spec.preset().isEmpty()) {
            return preset(at, spec);
        }
        return spec.type() instanceof ParameterType.Perhaps
                ? Option.some(Option.none())
                : problems.report(at.tree().place(), at.path(), "", "lacks '" + spec.name() + "': " + spec.accepted());
    }

    /** What a parameter is where it is left out; none where that does not fit here. */
    Option<Object> preset(ParameterSpec spec) {
        return preset("", spec, new Problems());
    }

    private Option<Object> preset(String path, ParameterSpec spec, Problems mistakes) {
        ValueReader aside = new ValueReader(mechanisms, declared, files, mistakes, script);
        return YamlText.parse("preset", spec.preset(), mistakes)
                .flatMap(tree -> aside.value(new Cursor(path + "." + spec.name(), tree), spec.type(), spec));
    }

    private Option<Object> preset(Cursor at, ParameterSpec spec) {
        Problems mistakes = new Problems();
        Option<Object> value = preset(at.path(), spec, mistakes);
        return value.isDefined()
                ? value
                : problems.report(
                        at.tree().place(),
                        at.path(),
                        "",
                        "lacks '" + spec.name() + "', and its preset '" + spec.preset() + "' does not fit here: "
                                + mistakes.all("preset").map(Problem::message).mkString("; "));
    }

    private Option<Object> value(Cursor at, ParameterType type, ParameterSpec spec) {
        if (type instanceof ParameterType.Perhaps perhaps) {
            return at.tree() instanceof Tree.Leaf leaf
                            && leaf.text().equals("none")
                            && !leaf.quoted()
                            && !saysNone(perhaps.inner())
                    ? Option.some(Option.none())
                    : value(at, perhaps.inner(), spec).map(Option::some);
        }
        if (type instanceof ParameterType.Listing listing) {
            Seq<Option<Object>> items = at.tree() instanceof Tree.Items
                    ? at.children().map(each -> value(each, listing.inner(), spec))
                    : Vector.of(value(at, listing.inner(), spec));
            return items.forAll(Option::isDefined) ? Option.some(items.map(Option::get)) : Option.none();
        }
        if (type instanceof ParameterType.Texts) {
            return at.tree() instanceof Tree.Branch branch
                            && branch.entries().values().forAll(each -> each.value() instanceof Tree.Leaf)
                    ? Option.some(branch.entries().mapValues(each -> ((Tree.Leaf) each.value()).text()))
                    : problems.report(at, "must be " + spec.accepted());
        }
        if (type instanceof ParameterType.Nested nested) {
            return record(at, nested.shape());
        }
        if (type instanceof ParameterType.Plug plug) {
            return mechanism(at, plug.socket(), Object.class);
        }
        if (type instanceof ParameterType.Variants variants && at.tree() instanceof Tree.Leaf leaf) {
            Option<RecordShape> constant =
                    variants.constant().filter(shape -> Measured.of(leaf.text()).isRight());
            if (constant.isDefined()) {
                ParameterSpec only = constant.get().parameters().head();
                return value(at, only.type(), only).flatMap(number -> constant.get()
                        .create(Vector.of(number))
                        .fold(why -> problems.report(at, why), Option::some));
            }
        }
        if (type instanceof ParameterType.Variants) {
            return variant(at, spec.variants());
        }
        return (at.tree() instanceof Tree.Leaf leaf && !leaf.isEmpty()) || quantity(type)
                ? word(at, type, spec)
                : problems.report(at, "must be " + spec.accepted());
    }

    /** Whether {@code none} is a word of the type itself: a market of no impact, say. */
    private static boolean saysNone(ParameterType type) {
        return type instanceof ParameterType.Choice choice
                && choice.constants().exists(each -> each.name().equals("NONE"));
    }

    private static boolean quantity(ParameterType type) {
        return type instanceof ParameterType.Scalar scalar
                && (scalar.kind() == Kind.QUANTITY || scalar.kind() == Kind.ACTION);
    }

    private Option<Object> variant(Cursor at, Seq<RecordShape> shapes) {
        return chosen(at, "of " + shapes.map(RecordShape::name).mkString(", "))
                .flatMap(choice -> shapes.find(each -> each.name().equals(choice.name()))
                        .map(shape -> record(choice.value(), shape))
                        .getOrElse(() -> problems.report(
                                choice.place(),
                                choice.path(),
                                choice.name(),
                                "is not one of "
                                        + shapes.map(RecordShape::name).mkString(", ")
                                        + Nearest.hint(choice.name(), shapes.map(RecordShape::name)))));
    }

    private Option<Object> word(Cursor at, ParameterType type, ParameterSpec spec) {
        String text = at.tree() instanceof Tree.Leaf leaf ? leaf.text() : "";
        if (type instanceof ParameterType.Choice choice) {
            Seq<String> names = choice.constants().map(each -> KebabCase.of(each.name()));
            int index = names.indexOf(text);
            return index >= 0
                    ? Option.some(choice.constants().get(index))
                    : problems.report(at, "is not " + spec.accepted() + Nearest.hint(text, names));
        }
        Kind kind = ((ParameterType.Scalar) type).kind();
        if (kind == Kind.AMOUNT || (kind == Kind.LONG && counts(spec))) {
            return units(at, text, spec).map(each -> each);
        }
        if (Scalars.isNumber(kind)) {
            return number(at, kind, text, spec);
        }
        return switch (kind) {
            case FILE -> files.numbers(text, at).map(each -> each);
            case FLAG ->
                text.equals("true") || text.equals("false")
                        ? Option.some(text.equals("true"))
                        : problems.report(at, "is not 'true' or 'false'");
            case INSTANT -> instant(at, text);
            case ASSET -> asset(at, text);
            case ORACLE -> name(at, text, declared.oracles(), "oracle").map(OracleRef::new);
            case MARKET -> name(at, text, declared.markets(), "outside market").map(MarketRef::new);
            case VENUE -> name(at, text, declared.venues(), "venue").map(VenueRef::new);
            case QUANTITY -> quantity(at, text, spec);
            case ACCOUNT ->
                script.isEmpty()
                        ? problems.report(at, "names an account, which only a scripted action can")
                        : account(at, text, script.get());
            case ACTION -> variant(at, actions(mechanisms));
            default -> Option.some(text);
        };
    }

    private Option<Object> number(Cursor at, Kind kind, String text, ParameterSpec spec) {
        String unit = Measured.of(text).map(Measured::unit).getOrElse("");
        if (kind == Kind.PARCEL && declared.isUnseen(unit)) {
            return Option.some(new Parcel(new Asset(-1, unit, 0), 0));
        }
        return Scalars.read(kind, text, spec, declared.assets())
                .fold(
                        why -> problems.report(
                                at, why + "; accepted: " + (kind == Kind.PARCEL ? kind.accepted() : spec.accepted())),
                        Option::some);
    }

    private Option<Object> account(Cursor at, String text, Script within) {
        return within.cast().forAll(cast -> cast.has(text))
                ? Option.some(within.names().account(text))
                : problems.report(at, within.cast().get().refusal(text));
    }

    private Option<Object> instant(Cursor at, String text) {
        try {
            return Option.some(Instant.parse(text));
        } catch (DateTimeException wrong) {
            return problems.report(at, "is not " + Kind.INSTANT.accepted());
        }
    }

    private Option<Object> asset(Cursor at, String text) {
        Option<Asset> asset = declared.assets().find(each -> each.symbol().equals(text));
        return declared.isUnseen(text)
                ? Option.some(new Asset(-1, text, 0))
                : asset.<Object>map(each -> each)
                        .orElse(() -> name(at, text, declared.assets().map(Asset::symbol), "asset"));
    }

    private Option<String> name(Cursor at, String text, Seq<String> known, String what) {
        return known.contains(text)
                ? Option.some(text)
                : problems.report(
                        at,
                        "is no declared " + what + Nearest.hint(text, known)
                                + (known.isEmpty() ? ". None is declared" : ". Declared are " + known.mkString(", ")));
    }

    private Option<Object> quantity(Cursor at, String text, ParameterSpec spec) {
        if (text.equals("all")) {
            return Option.some(Quantity.all());
        }
        if (at.tree() instanceof Tree.Branch) {
            return record(new Cursor(at.path(), at.tree()), ResultOf.class)
                    .map(each -> new Quantity.ResultOf(each.resultOf()));
        }
        return units(at, text, spec)
                .flatMap(units -> units < 0 ? problems.report(at, "is negative") : Option.some(Quantity.of(units)));
    }

    private boolean counts(ParameterSpec spec) {
        return declared.isUnseen(spec.unit())
                || declared.assets().exists(each -> each.symbol().equals(spec.unit()));
    }

    /** Base units where no asset is written; else whole units of it, which must be the one that is counted here. */
    private Option<Long> units(Cursor at, String text, ParameterSpec spec) {
        String written = Measured.of(text).map(Measured::unit).getOrElse("");
        if (written.isEmpty() || (counts(spec) && !written.equals(spec.unit()))) {
            return number(at, Kind.AMOUNT, text, spec).map(each -> (Long) each);
        }
        return declared.assets()
                .find(each -> each.symbol().equals(written))
                .map(asset -> Scalars.units(Measured.of(text).get().number(), asset)
                        .fold(why -> problems.<Long>report(at, why), Option::some))
                .getOrElse(() -> number(at, Kind.PARCEL, text, spec).map(parcel -> ((Parcel) parcel).units()));
    }

    /** How a scenario writes {@link Quantity.ResultOf}. */
    record ResultOf(@Parameter(value = "which step of the bundle", min = "0") int resultOf) {}

    /** The actions of the api, and those that mechanisms define as records nested in them. */
    static Seq<RecordShape> actions(Mechanisms mechanisms) {
        return mechanisms
                .all()
                .map(MechanismSpec::type)
                .toVector()
                .prepend(Action.class)
                .flatMap(type -> Vector.of(type.getDeclaredClasses()))
                .filter(type -> type.isRecord() && Action.class.isAssignableFrom(type))
                .distinct()
                .map(RecordShape::of)
                .sortBy(RecordShape::name);
    }
}
